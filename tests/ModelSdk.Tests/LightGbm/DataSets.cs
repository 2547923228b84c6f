using ModelSdk.Contracts.Schema;
using ModelSdk.Tests.Engine.Training;
using static ModelSdk.Contracts.Schema.ModelTask;

namespace ModelSdk.Tests.LightGbm;

/// <summary>The public data sets, with the columns that are ignored and the numbers that are categories.</summary>
internal static class DataSets
{
    public static readonly string[] Small = ["iris", "penguins", "auto-mpg", "german-credit", "breast-cancer-wisconsin"];
    public static readonly string[] Large = ["titanic", "adult", "bike-sharing-hour", "taxi-fare", "abalone", "optdigits"];

    public static TestTable Table(string name) => name switch
    {
        "iris" => Read(name, MulticlassClassification, "species"),
        "penguins" => Read(name, MulticlassClassification, "species"),
        "auto-mpg" => Read(name, Regression, "mpg", ["name"]),
        "german-credit" => Read(name, BinaryClassification, "risk"),
        "breast-cancer-wisconsin" => Read(name, BinaryClassification, "class", ["id"]),
        "titanic" => Read(name, BinaryClassification, "survived", ["name", "ticket", "cabin"], ["pclass"]),
        "adult" => Read(name, BinaryClassification, "income"),
        "bike-sharing-hour" => Read(name, Regression, "cnt", ["instant", "dteday", "casual", "registered"], ["season", "mnth", "hr", "weekday", "weathersit"]),
        "taxi-fare" => Read(name, Regression, "fare_amount", [], ["rate_code"]),
        "abalone" => Read(name, Regression, "rings"),
        _ => Read(name, MulticlassClassification, "digit"),
    };

    /// <summary>How many rows the file of training rows has, where there is one.</summary>
    public static int TrainingRows(string name) => File.ReadLines(Path.Combine(Folder(name), "train.csv")).Count() - 1;

    private static TestTable Read(string name, ModelTask task, string label, string[]? ignored = null, string[]? categorical = null)
    {
        string[] parts = ["data.csv", "train.csv", "test.csv"];
        return CsvTable.Read([.. parts.Select(part => Path.Combine(Folder(name), part)).Where(File.Exists)], task, label, ignored ?? [], categorical ?? []);
    }

    private static string Folder(string name) => Path.Combine(Small.Contains(name) ? Path.Combine(AppContext.BaseDirectory, "TestData") : LargeDataTheoryAttribute.Folder!, name);
}
