using System.Globalization;
using System.Text.Json;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Tests.Engine.Training;

/// <summary>The data set and results of TestData/sklearn/generate.py.</summary>
internal static class LinearReferenceData
{
    public static JsonElement Root { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", "sklearn", "linear-models.json"))).RootElement;

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];

    public static TestTable Table(string label, bool weighted)
    {
        TestTable table = new(label switch
        {
            "binary" => ModelTask.BinaryClassification,
            "classes" => ModelTask.MulticlassClassification,
            _ => ModelTask.Regression,
        });
        foreach ((JsonElement column, int index) in Root.GetProperty("x").EnumerateArray().Select((column, index) => (column, index)))
        {
            table.Number($"x{index}", Numbers(column));
        }

        if (weighted)
        {
            table.Number("w", Numbers(Root.GetProperty("weights")), ColumnRole.Weight);
        }

        double[] values = Numbers(Root.GetProperty(label));
        return label is "binary" or "classes"
            ? table.Classes(label, values.Select(value => value.ToString(CultureInfo.InvariantCulture)), label == "binary" ? ["0", "1"] : ["0", "1", "2"])
            : table.Number(label, values, ColumnRole.Label);
    }
}
