using System.Globalization;
using System.Text.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;

namespace ModelSdk.Tests.Engine.Evaluation;

/// <summary>A file of TestData/metrics-vectors.</summary>
internal sealed class MetricVector(JsonElement root)
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "TestData", "metrics-vectors");

    public ModelTask Task { get; } = root.GetProperty("task").GetString() switch
    {
        "regression" => ModelTask.Regression,
        "binary" => ModelTask.BinaryClassification,
        _ => ModelTask.MulticlassClassification,
    };

    /// <summary>Whether the vector has probabilities or margins; those that have classes only cannot check what is made of probabilities.</summary>
    public bool HasScores => root.TryGetProperty("y_score", out _) || root.TryGetProperty("y_proba", out _);

    public static TheoryData<string> Names() => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    public static MetricVector Load(string name) =>
        new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json"))).RootElement);

    public EvaluationInput Input()
    {
        double[] truth = Numbers("y_true");
        return new(this.Task, truth, this.Scores())
        {
            Weights = root.TryGetProperty("sample_weight", out _) ? Numbers("sample_weight") : null,
            Threshold = root.TryGetProperty("threshold", out JsonElement threshold) ? threshold.GetDouble() : 0.5,
            Classes = this.Classes(),
        };
    }

    /// <summary>The value of a metric; the exact one where scikit-learn's lost digits; null where it is undefined.</summary>
    public double? Expected(string name)
    {
        bool exact = root.TryGetProperty("exact", out JsonElement metrics) && metrics.TryGetProperty(name, out _);
        metrics = exact ? metrics : root.GetProperty("metrics");
        return metrics.TryGetProperty(name, out JsonElement value) && Number(value) is double number && double.IsFinite(number) ? number : null;
    }

    public double[][] ExpectedConfusion()
    {
        JsonElement metrics = root.GetProperty("metrics");
        if (metrics.TryGetProperty("confusion_matrix", out JsonElement matrix))
        {
            return [.. matrix.EnumerateArray().Select(row => row.EnumerateArray().Select(Number).ToArray())];
        }

        double[] cells = [.. metrics.GetProperty("confusion_matrix_tn_fp_fn_tp").EnumerateArray().Select(Number)];
        return [[cells[0], cells[1]], [cells[2], cells[3]]];
    }

    private static double Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? double.Parse(element.GetString()!, CultureInfo.InvariantCulture) : element.GetDouble();

    private double[] Numbers(string name) => [.. root.GetProperty(name).EnumerateArray().Select(Number)];

    private string[] Classes() => this.Task switch
    {
        ModelTask.Regression => [],
        ModelTask.BinaryClassification => ["0", "1"],
        _ => [.. root.GetProperty("labels").EnumerateArray().Select(label => label.ToString())],
    };

    private double[] Scores()
    {
        if (root.TryGetProperty("y_proba", out JsonElement rows))
        {
            return [.. rows.EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(Number)];
        }

        int classes = this.Classes().Length;
        return this.Task switch
        {
            ModelTask.MulticlassClassification => [.. Numbers("y_pred").SelectMany(label => Enumerable.Range(0, classes).Select(index => index == label ? 1.0 : 0.0))],
            ModelTask.BinaryClassification => Numbers("y_score"),
            _ => Numbers("y_pred"),
        };
    }
}
