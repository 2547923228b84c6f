using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Inference;
using ModelSdk.Engine.Logging;
using ModelSdk.Tests.Engine.Data;

namespace ModelSdk.Tests.Engine.Inference;

public sealed class LeakageCheckTests
{
    private static readonly ContractColumn ThreeClasses = CsvText.Column("y", ColumnKind.Categorical, ColumnRole.Label) with { Classes = new(["a", "b", "c"]) };
    private static readonly ContractColumn TwoClasses = CsvText.Column("y", ColumnKind.Boolean, ColumnRole.Label) with { Classes = new(["0", "1"]), Positive = "1" };

    [Fact]
    public void A_linear_copy_of_the_label_is_refused() =>
        AssertLeak(CsvText.Label(), ColumnKind.Numeric, row => (3 - (2 * row), row), rows: 100, leaks: true);

    [Fact]
    public void Fewer_than_a_hundred_rows_prove_nothing() =>
        AssertLeak(CsvText.Label(), ColumnKind.Numeric, row => (3 - (2 * row), row), rows: 99, leaks: false);

    [Fact]
    public void A_feature_that_is_only_good_is_no_leak() =>
        AssertLeak(CsvText.Label(), ColumnKind.Numeric, row => (row, row + (10 * (row % 3))), rows: 200, leaks: false);

    [Fact]
    public void A_category_that_stands_for_the_label_is_refused() =>
        AssertLeak(CsvText.Label(), ColumnKind.Categorical, row => ("c" + (row % 20), row % 20), rows: 200, leaks: true);

    [Fact]
    public void Categories_with_hardly_more_than_a_row_each_prove_nothing() =>
        AssertLeak(CsvText.Label(), ColumnKind.Categorical, row => ("c" + (row % 150), row % 150), rows: 200, leaks: false);

    [Fact]
    public void A_threshold_that_separates_two_classes_is_refused_in_either_direction()
    {
        AssertLeak(TwoClasses, ColumnKind.Numeric, row => (row * 0.5, row > 150 ? 1 : 0), rows: 200, leaks: true);
        AssertLeak(TwoClasses, ColumnKind.Numeric, row => (row * 0.5, row > 150 ? 0 : 1), rows: 200, leaks: true);
        AssertLeak(TwoClasses, ColumnKind.Numeric, row => (row % 190, row > 150 ? 0 : 1), rows: 200, leaks: false);
    }

    [Fact]
    public void A_boolean_copy_of_the_label_is_refused() =>
        AssertLeak(TwoClasses, ColumnKind.Boolean, row => (row % 3 == 0 ? "no" : "yes", row % 3 == 0 ? 1 : 0), rows: 200, leaks: true);

    [Fact]
    public void Two_thresholds_that_separate_three_classes_are_refused() =>
        AssertLeak(ThreeClasses, ColumnKind.Integer, row => ((row * 7) % 3 * 10, "bca"[(row * 7) % 3]), rows: 300, leaks: true);

    [Fact]
    public void An_accepted_leak_is_said_and_passes()
    {
        using CsvText csv = Rows(row => (row, row), 200);
        ModelContract contract = CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric) with { LeakageAccepted = true }, CsvText.Label());
        RecordingLog log = new();
        LeakageCheck.Check(csv.Read(contract), contract, "Model.schema.json", log);
        Assert.Contains("\"x\"", Assert.Single(log.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_leak_is_reported_at_its_column_in_the_contract()
    {
        using CsvText csv = new("x,z,y\n" + string.Concat(Enumerable.Range(0, 100).Select(row => $"{row},{2 * row},{row}\n")));
        ModelContract contract = ContractReader.Read(ContractWriter.Write(
            CsvText.Contract(CsvText.Column("x", ColumnKind.Numeric), CsvText.Column("z", ColumnKind.Numeric), CsvText.Label())));
        RecordingLog log = new();
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => LeakageCheck.Check(csv.Read(contract), contract, "Model.schema.json", log));
        Assert.Equal(contract.Columns[0].Position.Text.Line, Assert.Single(log.Reports).Location.Line);
        Assert.Equal(("MODEL1023", "Model.schema.json", contract.Columns[1].Position.Text.Line), (exception.Diagnostic.Code, exception.Location.File, exception.Location.Line));
    }

    private static void AssertLeak(ContractColumn label, ColumnKind kind, Func<int, (object Feature, object Label)> row, int rows, bool leaks)
    {
        using CsvText csv = Rows(row, rows);
        ModelContract contract = CsvText.Contract(CsvText.Column("x", kind), label) with { Task = label.Classes.Count switch { 0 => ModelTask.Regression, 2 => ModelTask.BinaryClassification, _ => ModelTask.MulticlassClassification } };
        DataTable table = csv.Read(contract);
        Exception? exception = Record.Exception(() => LeakageCheck.Check(table, contract, "Model.schema.json", new RecordingLog()));
        Assert.Equal(leaks ? "MODEL1023" : null, (exception as ModelBuildException)?.Diagnostic.Code);
    }

    private static CsvText Rows(Func<int, (object Feature, object Label)> row, int count) => new("x,y\n" + string.Concat(
        Enumerable.Range(0, count).Select(row).Select(pair => FormattableString.Invariant($"{pair.Feature},{pair.Label}\n"))));
}
