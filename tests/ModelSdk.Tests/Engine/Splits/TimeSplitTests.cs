using CsCheck;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Splits;

namespace ModelSdk.Tests.Engine.Splits;

public sealed class TimeSplitTests
{
    private static readonly SourceLocation Here = new("Model.csproj", 4, 5);

    [Fact]
    public void The_latest_rows_judge_whatever_their_order()
    {
        DataTable table = SplitTable.Of(ColumnRole.Time, ColumnKind.Date, [5, 1, 4, 2, 3]);
        RowSplit split = TimeSplit.Split(table, SplitTable.Contract(table), 0.4, Here);
        Assert.Equal([1, 3, 4], split.Training);
        Assert.Equal([0, 2], split.Test);
    }

    [Fact]
    public void Nothing_that_trains_is_as_late_as_what_judges() => Gen.Double[0, 20].Select(Math.Floor).Array[3, 60].Sample(times =>
    {
        if (times.Distinct().Count() < 2)
        {
            return;
        }

        DataTable table = SplitTable.Of(ColumnRole.Time, ColumnKind.Numeric, times);
        foreach (RowSplit split in Splits(table))
        {
            Assert.True(split.Training.Max(row => times[row]) < split.Test.Min(row => times[row]));
        }
    });

    [Fact]
    public void Rows_without_a_time_are_refused()
    {
        DataTable table = SplitTable.Of(ColumnRole.Time, ColumnKind.Date, [1, double.NaN]);
        Assert.Equal(DataDiagnostics.InvalidSplitColumn, Assert.Throws<ModelBuildException>(() => TimeSplit.Split(table, SplitTable.Contract(table), 0.5, Here)).Diagnostic);
    }

    [Fact]
    public void Without_a_time_column_the_message_says_what_to_set()
    {
        DataTable table = SplitTable.Of(ColumnRole.Feature, ColumnKind.Numeric, [1, 2]);
        Assert.Equal(SplitDiagnostics.MissingRole, Assert.Throws<ModelBuildException>(() => TimeSplit.Split(table, SplitTable.Contract(table), 0.5, Here)).Diagnostic);
    }

    // Splits that exist; few different times leave some sides empty, which is an error of its own.
    private static List<RowSplit> Splits(DataTable table)
    {
        List<RowSplit> splits = [];
        try
        {
            splits.Add(TimeSplit.Split(table, SplitTable.Contract(table), 0.3, Here));
            splits.AddRange(Folds.ByTime(table, SplitTable.Contract(table), 2, Here));
        }
        catch (ModelBuildException exception)
        {
            Assert.Equal(DataDiagnostics.EmptySplit, exception.Diagnostic);
        }

        return splits;
    }
}
