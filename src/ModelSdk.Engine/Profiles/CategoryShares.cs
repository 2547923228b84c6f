namespace ModelSdk.Engine.Profiles;

/// <summary>The shares of the categories on one side of a comparison.</summary>
internal sealed class CategoryShares
{
    private readonly ColumnDistribution column;
    private readonly Dictionary<string, int> counts;
    private readonly int mostHidden;
    private double other;

    private CategoryShares(ColumnDistribution column)
    {
        this.column = column;
        this.counts = column.Categories.ToDictionary(category => category.Name, category => category.Count, StringComparer.Ordinal);
        this.mostHidden = column.Categories.Count < CategoryProfiler.MostCategories ? CategoryProfiler.LeastRows - 1 : column.Categories[^1].Count;
        this.other = column.OtherCount;
    }

    /// <summary>
    /// The shares of all rows of each category that either side lists, in ordinal order, and of all others together, whose name is null. Where one
    /// side does not list a category, it may still have some rows among its others, as few as are not listed: as many are taken for its own as
    /// leave its share unchanged, so that a category which falls from five rows to four does not look as if it had gone.
    /// </summary>
    public static IEnumerable<(string? Name, double Before, double After)> Pairs(ColumnDistribution before, ColumnDistribution after)
    {
        CategoryShares first = new(before);
        CategoryShares second = new(after);
        foreach (string name in first.counts.Keys.Union(second.counts.Keys).Order(StringComparer.Ordinal))
        {
            double? known = first.Find(name);
            double now = second.Find(name) ?? second.TakeFromOthers(known!.Value);
            yield return (name, known ?? first.TakeFromOthers(now), now);
        }

        yield return (null, before.Share(first.other), after.Share(second.other));
    }

    private double? Find(string name) => this.counts.TryGetValue(name, out int count) ? this.column.Share(count) : null;

    private double TakeFromOthers(double share)
    {
        double count = Math.Min(Math.Min(this.mostHidden, this.other), share * this.column.Rows);
        this.other -= count;
        return this.column.Share(count);
    }
}
