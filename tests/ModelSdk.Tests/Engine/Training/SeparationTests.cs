using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Tests.Engine.Training;

/// <summary>Where a column alone decides some rows, its coefficient has no finite best value, and the warning names the column.</summary>
public sealed class SeparationTests
{
    private static readonly string[] Regions = ["EU", "US", "EU", "US", "EU", "US", "EU", "US", "EU", "US", "EU", "US", "AS", "AS", "AS", "AS", "AS", "AS"];
    private static readonly string[] Labels = ["yes", "no", "no", "yes", "no", "yes", "yes", "no", "no", "no", "yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes"];

    [Theory]
    [InlineData("0", true)]
    [InlineData("0.001", false)]
    public void A_category_whose_rows_have_one_label_is_named(string penalty, bool warns)
    {
        RecordingLog log = new();
        Fits.File(Table(Labels), new LogisticRegression(), log, settings: ("L2", penalty));
        Assert.Equal(warns, log.Reports.Any(report => report.Diagnostic == TrainingDiagnostics.SeparableClasses && report.Text.Contains("\"region=AS\"", StringComparison.Ordinal)));
        Assert.DoesNotContain(log.Reports, report => report.Text.Contains("region=EU", StringComparison.Ordinal));
    }

    [Fact]
    public void The_warning_stands_in_the_place_of_the_one_that_the_fit_did_not_converge()
    {
        RecordingLog log = new();
        Fits.File(Table(Labels), new LogisticRegression(), log, settings: [("L2", "0"), ("MaxIterations", "3")]);
        Assert.Equal([TrainingDiagnostics.SeparableClasses], log.Reports.Select(report => report.Diagnostic));
    }

    [Fact]
    public void One_row_that_contradicts_is_enough_for_silence()
    {
        RecordingLog log = new();
        Fits.File(Table([.. Labels[..^1], "no"]), new LogisticRegression(), log, settings: ("L2", "0"));
        Assert.Empty(log.Reports);
    }

    [Fact]
    public void A_row_without_weight_contradicts_nothing()
    {
        RecordingLog log = new();
        TestTable table = Table([.. Labels[..^1], "no"]).Number("w", Enumerable.Range(0, 18).Select(row => row == 17 ? 0.0 : 1), ColumnRole.Weight);
        Fits.File(table, new LogisticRegression(), log, settings: ("L2", "0"));
        Assert.Contains("\"region=AS\"", Assert.Single(log.Reports).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_one_number_parts_from_the_others_is_noticed_among_several()
    {
        // The setosas of Iris: their petals are shorter and narrower than all others.
        RecordingLog log = new();
        Fits.File(Iris.Table(), new LogisticRegression(), log, settings: ("L2", "0"));
        string text = Assert.Single(log.Reports, report => report.Diagnostic == TrainingDiagnostics.SeparableClasses).Text;
        Assert.Contains("\"petal_length\"", text.Replace(' ', '_'), StringComparison.Ordinal);
        Assert.DoesNotContain("sepal", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1.0, 2.0, 3.0, "x")]
    [InlineData(true, 2.0, 2.0, 3.0, "x")]
    [InlineData(true, 2.0, 2.0, 2.0, "")]
    [InlineData(true, 2.25, 2.0, 2.5, "")]
    [InlineData(false, 1.0, 2.0, 3.0, "")]
    [InlineData(false, -1.0, 0.0, 3.0, "x")]
    [InlineData(false, -1.0, 2.0, 3.0, "x")]
    public void A_value_parts_the_classes_and_without_an_intercept_only_zero_can(bool intercept, double no, double first, double second, string expected)
    {
        DesignMatrix design = new(3, 1);
        double[] values = [no, first, second];
        for (int row = 0; row < 3; row++)
        {
            design.DenseRow(row)[0] = (values[row] - 5) / 2;
        }

        TrainingData data = new(ModelTask.BinaryClassification, design, [new DesignColumn("x", "x", 5, 2)], [0, 1, 1]) { ClassCount = 2 };
        Assert.Equal(expected, string.Concat(ColumnSeparation.Find(data, intercept)));
        Assert.Equal(expected, string.Concat(ColumnSeparation.Find(data with { Target = [1, 0, 0] }, intercept)));
    }

    private static TestTable Table(string[] labels) => new TestTable(ModelTask.BinaryClassification)
        .Category("region", Regions).Number("x", Enumerable.Range(0, 18).Select(row => row * 5 % 7 * 1.0)).Classes("label", labels, "no", "yes");
}
