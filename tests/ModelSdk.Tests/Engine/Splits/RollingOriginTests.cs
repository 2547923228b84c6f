using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Splits;
using ModelSdk.Tests.Engine.Training.Forecasting;

namespace ModelSdk.Tests.Engine.Splits;

public sealed class RollingOriginTests
{
    private static readonly SourceLocation Place = new("M.csproj", 4, 5);

    [Fact]
    public void Folds_are_the_last_origins_in_order_of_time_and_none_looks_ahead()
    {
        SeriesTable table = SeriesTable.OfIndex([.. Enumerable.Range(0, 20).Reverse().Select(t => (double)t)], Enumerable.Range(0, 20).Select(t => (double)t));
        IReadOnlyList<RowSplit> folds = RollingOrigin.Folds(table.Table, table.Contract, 4, 3, Place);
        double[] times = table.Table.Column("when").Values;
        Assert.Equal([8, 12, 16], folds.Select(fold => fold.Training.Length));
        Assert.All(folds, fold => Assert.Equal(4, fold.Test.Length));
        Assert.All(folds, fold => Assert.True(fold.Training.Max(row => times[row]) < fold.Test.Min(row => times[row])));
        Assert.Equal([16, 17, 18, 19], folds[2].Test.Select(row => times[row]).Order());
        Assert.Equal(folds[1].Test.Order(), folds[1].Test);
    }

    [Fact]
    public void Series_share_the_origins_and_those_with_few_values_before_one_do_not_judge()
    {
        SeriesTable table = SeriesTable.Of(
            [.. SeriesTable.Months(30), .. SeriesTable.Months(10, 2001, 9), .. SeriesTable.Months(12)],
            Enumerable.Range(0, 52).Select(t => (double)t),
            [.. Enumerable.Repeat("whole", 30), .. Enumerable.Repeat("late", 10), .. Enumerable.Repeat("ended", 12)]);
        IReadOnlyList<RowSplit> folds = RollingOrigin.Folds(table.Table, table.Contract, 3, 2, Place);

        // Origins 2001-12 and 2002-03; "late" begins in 2001-09 and has 4 and 7 values up to them, "ended" none after them.
        Assert.Equal([3, 6], folds.Select(fold => fold.Test.Length));
        Assert.Equal([24 + 4 + 12, 27 + 7 + 12], folds.Select(fold => fold.Training.Length));
    }

    [Fact]
    public void Steps_are_counted_from_the_last_value_before_the_origin()
    {
        // No value at the origin 15: a model of these rows knows the steps after 13.
        SeriesTable table = SeriesTable.OfIndex([.. Enumerable.Range(0, 14).Select(t => (double)t), 16, 17, 18, 19], Enumerable.Range(0, 18).Select(t => (double)t));
        RowSplit fold = Assert.Single(RollingOrigin.Folds(table.Table, table.Contract, 4, 1, Place));
        Assert.Equal([14, 15], fold.Test);
    }

    [Fact]
    public void Too_short_series_are_an_error_with_numbers_and_advice()
    {
        SeriesTable table = SeriesTable.Of(SeriesTable.Months(30), Enumerable.Range(0, 30).Select(t => (double)t));
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => RollingOrigin.Folds(table.Table, table.Contract, 12, 5, Place));
        Assert.Equal((ForecastDiagnostics.TooShortForFolds, Place), (exception.Diagnostic, exception.Location));
        Assert.Contains("5 folds of 12 steps need a series of 65 values", exception.Message, StringComparison.Ordinal);
        Assert.Contains("set ModelFolds to at most 2", exception.Message, StringComparison.Ordinal);
    }
}
