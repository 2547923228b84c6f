namespace ModelSdk.Engine.Training.Trees;

/// <summary>Replaces leaves by a quantile of their rows' residuals, where the loss has no curvature (Friedman 2001, algorithm 3).</summary>
/// <param name="rows">Labels and weights.</param>
/// <param name="quantile">The quantile.</param>
internal sealed class LeafRefit(BoostingRows rows, double quantile)
{
    /// <summary>Sets the values of a tree's leaves.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="partition">Its rows.</param>
    /// <param name="margins">The margins before the tree.</param>
    public void Run(GrownTree tree, RowPartition partition, double[] margins)
    {
        foreach (GrownNode leaf in tree.Leaves)
        {
            ReadOnlySpan<int> own = partition.Rows(leaf.Begin, leaf.Count);
            (double, double)[] residuals = new (double, double)[own.Length];
            for (int index = 0; index < own.Length; index++)
            {
                residuals[index] = (rows.Labels[own[index]] - margins[own[index]], rows.Weights is null ? 1 : rows.Weights[own[index]]);
            }

            leaf.Values[0] = Math.Min(Math.Max(WeightedQuantile.Of(residuals, quantile), leaf.Lower), leaf.Upper);
        }
    }
}
