using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Splits;

namespace ModelSdk.Tests.Engine.Splits;

public sealed class FoldsTests
{
    private static readonly SourceLocation Here = new("Model.csproj", 4, 5);
    private static readonly double[] Rows = [.. Enumerable.Range(0, 300).Select(row => (double)row)];

    [Fact]
    public void Every_row_is_judged_once_by_a_fold_that_it_did_not_train()
    {
        IReadOnlyList<RowSplit> folds = Stratified(SplitTable.Of(ColumnRole.Feature, ColumnKind.Numeric, Rows, classes: ["a", "b", "c"]));
        Assert.Equal(Enumerable.Range(0, 300), folds.SelectMany(fold => fold.Test).Order());
        Assert.All(folds, fold => Assert.Equal(Enumerable.Range(0, 300), fold.Training.Concat(fold.Test).Order()));
    }

    [Fact]
    public void Every_fold_has_its_share_of_every_class()
    {
        IReadOnlyList<RowSplit> folds = Stratified(SplitTable.Of(ColumnRole.Feature, ColumnKind.Numeric, Rows, classes: ["a", "b", "c"]));
        Assert.All(folds, fold => Assert.All(Enumerable.Range(0, 3), index => Assert.Equal(20, fold.Test.Count(row => row % 3 == index))));
    }

    [Fact]
    public void Equal_rows_share_a_fold()
    {
        ulong[] hashes = [.. Enumerable.Range(0, 300).Select(row => (ulong)(row / 3) * 0x9E3779B97F4A7C15)];
        IReadOnlyList<RowSplit> folds = Stratified(SplitTable.Of(ColumnRole.Feature, ColumnKind.Numeric, Rows, hashes: hashes));
        Assert.All(folds, fold => Assert.All(fold.Test.GroupBy(row => row / 3), rows => Assert.Equal(3, rows.Count())));
    }

    [Fact]
    public void Folds_of_groups_are_balanced_and_no_group_straddles()
    {
        DataTable table = SplitTable.Of(ColumnRole.Group, ColumnKind.Integer, [.. Rows.Select(row => Math.Floor(Math.Sqrt(row)))]);
        IReadOnlyList<RowSplit> folds = Folds.ByGroup(table, SplitTable.Contract(table), 1, 5, Here);
        Assert.All(folds, fold => Assert.InRange(fold.Test.Length, 50, 70));
        Assert.Equal(18, folds.Sum(fold => fold.Test.Select(row => Math.Floor(Math.Sqrt(row))).Distinct().Count()));
    }

    [Fact]
    public void Folds_along_the_time_train_on_all_that_came_before()
    {
        DataTable table = SplitTable.Of(ColumnRole.Time, ColumnKind.Numeric, Rows);
        IReadOnlyList<RowSplit> folds = Folds.ByTime(table, SplitTable.Contract(table), 2, Here);
        Assert.Equal([100, 200], folds.Select(fold => fold.Training.Length));
        Assert.Equal([100, 100], folds.Select(fold => fold.Test.Length));
    }

    [Fact]
    public void More_folds_than_rows_are_refused_with_the_fold_that_is_empty()
    {
        DataTable table = SplitTable.Of(ColumnRole.Feature, ColumnKind.Numeric, [1, 2, 3]);
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Stratified(table));
        Assert.Equal(DataDiagnostics.EmptySplit, exception.Diagnostic);
        Assert.Contains("of 5: lower ModelFolds", exception.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<RowSplit> Stratified(DataTable table) =>
        Folds.Stratified(table, [.. Enumerable.Range(0, table.RowCount)], SplitTable.Contract(table), 5, Here);
}
