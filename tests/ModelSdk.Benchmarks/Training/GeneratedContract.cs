using System.Globalization;
using System.Text.Json.Nodes;

namespace ModelSdk.Benchmarks.Training;

/// <summary>The contract of the generator's files: 20 numbers and 5 categories, and of its two labels one, the other one ignored.</summary>
internal static class GeneratedContract
{
    private static readonly string[] Numbers = [.. Enumerable.Range(0, 20).Select(index => string.Create(CultureInfo.InvariantCulture, $"n{index:00}"))];
    private static readonly string[] Categories = ["c5", "c20", "c100", "c1000", "c2"];

    /// <summary>To predict the number <c>y</c>.</summary>
    public static string OfRegression { get; } = Of("Regression", [Column("y", "label", "numeric"), Column("churn", "ignore", "text")]);

    /// <summary>To predict whether <c>churn</c> is <c>yes</c>.</summary>
    public static string OfBinaryClassification { get; } = Of("BinaryClassification", [Column("y", "ignore", "numeric"), Churn()]);

    private static string Of(string task, JsonObject[] labels) => new JsonObject
    {
        ["format"] = 1,
        ["task"] = task,
        ["columns"] = new JsonArray([.. Numbers.Select(Number), .. Categories.Select(name => Column(name, "feature", "categorical")), .. labels]),
    }.ToJsonString();

    private static JsonObject Number(string name)
    {
        JsonObject column = Column(name, "feature", "numeric");
        column["nullable"] = true;
        return column;
    }

    private static JsonObject Churn()
    {
        JsonObject column = Column("churn", "label", "categorical");
        column["classes"] = new JsonArray("no", "yes");
        column["positive"] = "yes";
        return column;
    }

    private static JsonObject Column(string name, string role, string kind) =>
        new() { ["name"] = name, ["property"] = char.ToUpperInvariant(name[0]) + name[1..], ["role"] = role, ["kind"] = kind };
}
