using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Profiles;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.Engine.Profiles;

public class DriftReportTests
{
    [Fact]
    public void Columns_of_both_tables_are_listed_and_the_greatest_index_comes_first()
    {
        TableProfile before = Profile(table => table.Number("gone", Ramp(0)).Number("same", Ramp(0)).Number("moved", Ramp(0)));
        TableProfile after = Profile(table => table.Number("same", Ramp(0)).Number("moved", Ramp(50)).Number("new", Ramp(0)));

        IReadOnlyList<ColumnDrift> drift = DriftReport.Between(before, after);

        Assert.Equal(["moved", "same"], drift.Select(column => column.Name));
        Assert.Equal(["moved", "stable"], drift.Select(column => column.Level));
        Assert.Equal(["mean 49.5 → 99.5", "mean 49.5"], drift.Select(column => column.Text));
    }

    [Fact]
    public void A_column_that_holds_something_else_now_is_not_compared() =>
        Assert.Empty(DriftReport.Between(Profile(table => table.Number("x", Ramp(0))), Profile(table => table.Category("x", Columns.Repeat(("a", 100))))));

    [Fact]
    public void The_category_whose_share_changed_most_is_named() =>
        Assert.Equal(
            "\"E\\u000aU\" 61 % → 40 %, missing 0 % → 4 %",
            Text(table => table.Category("x", Columns.Repeat(("E\nU", 61), ("US", 39))), table => table.Category("x", Columns.Repeat(("E\nU", 40), ("US", 56), (null, 4)))));

    [Fact]
    public void Where_only_the_spread_changed_the_middle_of_the_values_is_told() =>
        Assert.Equal(
            "mean 0, 10 to 90 % of the values -40 to 40 → -80 to 80",
            Text(table => table.Number("x", Range(50, 1)), table => table.Number("x", Range(50, 2))));

    [Fact]
    public void Dates_read_as_dates() =>
        Assert.Equal(
            "mean 1970-01-11 → 1971-01-01",
            Text(table => table.Number("x", Enumerable.Repeat(10.0, 20), kind: ColumnKind.Date), table => table.Number("x", Enumerable.Repeat(365.0, 20), kind: ColumnKind.Date)));

    [Fact]
    public void Identifiers_tell_nothing_but_missing_values() =>
        Assert.Equal("unchanged", Text(table => table.Number("x", Ramp(0), ColumnRole.Key), table => table.Number("x", Ramp(500), ColumnRole.Key)));

    [Theory]
    [InlineData(30)]
    [InlineData(100)]
    [InlineData(1000)]
    public void Samples_of_one_distribution_are_seldom_called_anything_but_stable(int rows)
    {
        Random random = new(4711);
        int alarms = Enumerable.Range(0, 400).Count(_ => !Assert.Single(DriftReport.Between(Sample(random, rows, 0), Sample(random, rows, 0))).IsStable);
        // One in a hundred in large tables; a little more in small ones, whose quantiles are coarse.
        Assert.InRange(alarms, 0, 16);
        Assert.False(Assert.Single(DriftReport.Between(Sample(random, rows, 0), Sample(random, rows, 3))).IsStable);
    }

    private static TableProfile Sample(Random random, int rows, double shift) =>
        Profile(table => table.Number("x", Enumerable.Range(0, rows).Select(_ => shift + random.NextDouble() + random.NextDouble() + random.NextDouble()).ToArray()));

    private static string Text(Func<TestTable, TestTable> before, Func<TestTable, TestTable> after) => Assert.Single(DriftReport.Between(Profile(before), Profile(after))).Text;

    private static TableProfile Profile(Func<TestTable, TestTable> fill) => TableProfiler.Of(fill(new TestTable(ModelTask.Regression)).Table);

    private static IEnumerable<double> Ramp(double from) => Enumerable.Range(0, 100).Select(row => from + row);

    private static IEnumerable<double> Range(int most, double step) => Enumerable.Range(-most, (2 * most) + 1).Select(value => value * step);
}
