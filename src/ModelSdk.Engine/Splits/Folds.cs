using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Splits;

/// <summary>Divides rows into folds: each is judged once, by a model fitted to the others.</summary>
public static class Folds
{
    /// <summary>A number that changes whenever the same rows could be divided differently; part of the evaluation's key.</summary>
    public const int Revision = 1;

    /// <summary>
    /// Folds of nearly equal size that each have about the same share of every class: the distinct row hashes of a class, in order, are cut into
    /// runs. Equal rows share a hash, and with it a fold.
    /// </summary>
    /// <param name="table">The rows.</param>
    /// <param name="rows">Which of them to divide.</param>
    /// <param name="contract">Their contract.</param>
    /// <param name="count">How many folds, at least 2.</param>
    /// <param name="declaredAt">Where the number of folds is set.</param>
    /// <exception cref="ModelBuildException">A fold has no row, or a class has no row beside a fold.</exception>
    public static IReadOnlyList<RowSplit> Stratified(DataTable table, int[] rows, ModelContract contract, int count, SourceLocation declaredAt)
    {
        Func<int, int> classOf = contract.Label.Classes.Count > 0 ? ClassLabels.Indices(table.Column(contract.Label.Name)) : _ => 0;
        Dictionary<ulong, int> classes = [];
        foreach (int row in rows)
        {
            classes.TryAdd(table.HoldoutHashes[row], classOf(row));
        }

        Dictionary<ulong, int> folds = [];
        foreach (IGrouping<int, ulong> hashes in classes.Keys.GroupBy(hash => classes[hash]).OrderBy(group => group.Key))
        {
            Cut(hashes, count, folds);
        }

        return Check(Divide(rows, count, row => folds[table.HoldoutHashes[row]]), table, contract, declaredAt);
    }

    /// <summary>Folds of whole groups: from the largest group on, each goes to the fold that has the fewest rows so far.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="contract">Their contract.</param>
    /// <param name="seed">The project's seed.</param>
    /// <param name="count">How many folds, at least 2.</param>
    /// <param name="declaredAt">Where the number of folds is set.</param>
    /// <exception cref="ModelBuildException">There is no group column, or a fold has no row.</exception>
    public static IReadOnlyList<RowSplit> ByGroup(DataTable table, ModelContract contract, long seed, int count, SourceLocation declaredAt)
    {
        ulong[] groups = RowGroups.Hashes(table, seed, declaredAt);
        Dictionary<ulong, int> folds = [];
        int[] sizes = new int[count];
        foreach (IGrouping<ulong, ulong> group in groups.GroupBy(hash => hash).OrderByDescending(group => group.Count()).ThenBy(group => group.Key))
        {
            int smallest = Array.IndexOf(sizes, sizes.Min());
            folds.Add(group.Key, smallest);
            sizes[smallest] += group.Count();
        }

        return Check(Divide([.. Enumerable.Range(0, table.RowCount)], count, row => folds[groups[row]]), table, contract, declaredAt);
    }

    /// <summary>
    /// Folds along the time: the rows are cut into one part more than there are folds; each part but the first is judged by what was fitted to all
    /// parts before it, so nothing looks ahead. Rows of one time stay together.
    /// </summary>
    /// <param name="table">The rows.</param>
    /// <param name="contract">Their contract.</param>
    /// <param name="count">How many folds, at least 2.</param>
    /// <param name="declaredAt">Where the number of folds is set.</param>
    /// <exception cref="ModelBuildException">There is no usable time column, or a fold has no row.</exception>
    public static IReadOnlyList<RowSplit> ByTime(DataTable table, ModelContract contract, int count, SourceLocation declaredAt)
    {
        double[] times = TimeOrder.Times(table, declaredAt);
        int[] order = TimeOrder.Sort(times);
        double[] starts = [.. Enumerable.Range(0, count + 2).Select(part => part > count ? double.PositiveInfinity : times[order[(int)((long)part * order.Length / (count + 1))]])];
        RowSplit[] folds = [.. Enumerable.Range(1, count).Select(part => new RowSplit(
            [.. Enumerable.Range(0, times.Length).Where(row => times[row] < starts[part])],
            [.. Enumerable.Range(0, times.Length).Where(row => times[row] >= starts[part] && times[row] < starts[part + 1])]))];
        return Check(folds, table, contract, declaredAt);
    }

    private static void Cut(IEnumerable<ulong> hashes, int count, Dictionary<ulong, int> folds)
    {
        ulong[] ordered = [.. hashes.Order()];
        for (int rank = 0; rank < ordered.Length; rank++)
        {
            folds.Add(ordered[rank], (int)((long)rank * count / ordered.Length));
        }
    }

    private static IReadOnlyList<RowSplit> Divide(int[] rows, int count, Func<int, int> foldOf) =>
        [.. Enumerable.Range(0, count).Select(fold => new RowSplit([.. rows.Where(row => foldOf(row) != fold)], [.. rows.Where(row => foldOf(row) == fold)]))];

    private static IReadOnlyList<RowSplit> Check(IReadOnlyList<RowSplit> folds, DataTable table, ModelContract contract, SourceLocation declaredAt)
    {
        for (int index = 0; index < folds.Count; index++)
        {
            string advice = string.Create(CultureInfo.InvariantCulture, $"This is fold {index + 1} of {folds.Count}: lower ModelFolds, or add rows");
            SplitCheck.RequireRows(folds[index], table, advice, declaredAt);
            SplitCheck.RequireClasses(table, contract, folds[index].Training, "training", advice, declaredAt);
        }

        return folds;
    }
}
