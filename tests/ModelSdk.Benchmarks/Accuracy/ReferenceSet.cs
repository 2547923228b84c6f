using System.Globalization;
using System.Text.Json;
using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Inference;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Splits;

namespace ModelSdk.Benchmarks.Accuracy;

/// <summary>A data set with the results that other libraries reached on the same splits.</summary>
internal sealed class ReferenceSet
{
    private readonly JsonElement reference;

    private ReferenceSet(string folder, JsonElement reference)
    {
        this.reference = reference;
        this.Name = Path.GetFileName(folder);
        string[] files = File.Exists(Path.Combine(folder, "data.csv")) ? ["data.csv"] : ["train.csv", "test.csv"];
        DataFile[] data = [.. files.Select(name => new DataFile(Path.Combine(folder, name), name, SourceLocation.None))];
        this.Contract = this.MakeContract(data);
        CsvDataSource source = new();
        DataTable[] tables = [.. data.Select(file => source.Read([file], this.Contract, 1, SilentLog.Instance, CancellationToken.None))];
        this.Table = source.Read(data, this.Contract, 1, SilentLog.Instance, CancellationToken.None);
        this.Splits = files.Length == 1 ? ReadFolds(folder, this.Table.RowCount) : [Halves(tables[0].RowCount, tables[1].RowCount)];
    }

    public string Name { get; }

    public ModelContract Contract { get; }

    /// <summary>All rows; of two files, those for training first.</summary>
    public DataTable Table { get; }

    public IReadOnlyList<RowSplit> Splits { get; }

    /// <summary>The metric to judge by, as ModelSdk names it.</summary>
    public string Metric => this.PrimaryKey switch { "rmse" => "Rmse", "roc_auc" => "RocAuc", "average_precision" => "AveragePrecision", _ => "Accuracy" };

    /// <summary>Whether a smaller value is better.</summary>
    public bool SmallerIsBetter => this.Metric == "Rmse";

    private string PrimaryKey
    {
        get
        {
            string primary = this.reference.GetProperty("primary_metric").GetString()!.ToUpperInvariant();
            return primary.StartsWith("RMSE", StringComparison.Ordinal) ? "rmse"
                : primary.StartsWith("ROC", StringComparison.Ordinal) ? "roc_auc"
                : primary.StartsWith("AVERAGE", StringComparison.Ordinal) ? "average_precision" : "accuracy";
        }
    }

    /// <summary>The sets of a folder that are judged by a table of rows, in order of their names.</summary>
    public static IEnumerable<ReferenceSet> ReadAll(string folder) => Directory.EnumerateFiles(folder, "reference.json", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(path => (Folder: Path.GetDirectoryName(path)!, Reference: JsonDocument.Parse(File.ReadAllText(path)).RootElement))
        .Where(set => set.Reference.GetProperty("task").GetString() != "forecast")
        .Select(set => new ReferenceSet(set.Folder, set.Reference));

    /// <summary>The results of other libraries, by name, trivial ones left out; a deviation only where there are several splits.</summary>
    public IReadOnlyList<ReferenceResult> Results =>
    [
        .. this.reference.GetProperty("results").EnumerateObject()
            .Where(result => !result.Name.StartsWith("baseline", StringComparison.Ordinal))
            .Select(result => (result.Name, Value: result.Value.GetProperty(this.PrimaryKey)))
            .Select(result => new ReferenceResult(
                result.Name, result.Value.GetProperty("mean").GetDouble(), result.Value.GetProperty("std") is { ValueKind: JsonValueKind.Number } deviation ? deviation.GetDouble() : null)),
    ];

    private ModelContract MakeContract(DataFile[] data)
    {
        ModelTask task = this.reference.GetProperty("task").GetString() switch
        {
            "regression" => ModelTask.Regression,
            "binary" => ModelTask.BinaryClassification,
            _ => ModelTask.MulticlassClassification,
        };
        string? positive = this.reference.GetProperty("positive_class").GetString();
        InferenceRequest request = new(task, this.reference.GetProperty("label").GetString()!, positive, "Reference");
        ModelContract inferred = ContractInference.Infer(data, [], request, SilentLog.Instance, CancellationToken.None).Contract;
        HashSet<string> categorical = this.Names("categorical_columns");
        HashSet<string> ignored = this.Names("ignored_columns");
        return inferred with { Columns = new EquatableArray<ContractColumn>(inferred.Columns.Select(column => Decide(column, categorical, ignored))) };
    }

    // The references' pipelines say which columns are categories and which are left out, whatever their values look like.
    private static ContractColumn Decide(ContractColumn column, HashSet<string> categorical, HashSet<string> ignored) =>
        column.Role == ColumnRole.Label ? column
        : ignored.Contains(column.Name) ? column with { Role = ColumnRole.Ignore }
        : categorical.Contains(column.Name) ? column with { Role = ColumnRole.Feature, Kind = ColumnKind.Categorical, Minimum = null, Maximum = null, Nullable = true }
        : column with { Role = ColumnRole.Feature, Nullable = true };

    private HashSet<string> Names(string member) => [.. this.reference.GetProperty(member).EnumerateArray().Select(name => name.GetString()!)];

    private static RowSplit[] ReadFolds(string folder, int rows)
    {
        int[] folds = new int[rows];
        foreach (string line in File.ReadLines(Path.Combine(folder, "folds.csv")).Skip(1).Where(line => line.Length > 0))
        {
            string[] parts = line.Split(',');
            folds[int.Parse(parts[0], CultureInfo.InvariantCulture)] = int.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        return [.. folds.Distinct().Order().Select(fold => RowSplit.By(rows, row => folds[row] == fold))];
    }

    private static RowSplit Halves(int training, int test) => new([.. Enumerable.Range(0, training)], [.. Enumerable.Range(training, test)]);
}
