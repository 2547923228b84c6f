using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Grows trees leaf by leaf: the leaf whose split improves the objective most is split next (Shi, "Best-first decision tree learning", 2007).</summary>
/// <param name="matrix">The bins.</param>
/// <param name="settings">The limits.</param>
internal sealed class TreeGrower(BinnedMatrix matrix, GrowthSettings settings)
{
    private readonly SplitSearch search = new(matrix, settings);

    /// <summary>The rows of the last tree by leaf.</summary>
    public RowPartition Partition { get; } = new(matrix.Rows);

    /// <summary>Grows a tree.</summary>
    /// <param name="sample">The rows that it is fitted to, ascending, at least one.</param>
    /// <param name="pairs">Gradients and hessians of all rows.</param>
    /// <param name="units">What they are worth.</param>
    /// <param name="features">Which features may be split.</param>
    public GrownTree Grow(ReadOnlySpan<int> sample, Vector128<long>[] pairs, FixedPoint units, bool[] features)
    {
        this.Partition.Reset(sample);
        this.search.Features = features;
        this.search.Units = units;
        GrownTree tree = new(matrix);
        OpenLeaf root = this.Root(sample, pairs, tree);
        List<OpenLeaf> leaves = [root];
        if (settings.MaxLeaves > 1)
        {
            this.search.Run(root, this.Partition, pairs, null);
        }

        while (leaves.Count < settings.MaxLeaves && leaves.MaxBy(leaf => leaf.Improvement) is { Best: not null } chosen)
        {
            leaves.Remove(chosen);
            (OpenLeaf left, OpenLeaf right) = this.Split(chosen, tree);
            leaves.Add(left);
            leaves.Add(right);
            this.Prepare(chosen, left, right, pairs, leaves.Count < settings.MaxLeaves);
        }

        leaves.ForEach(this.search.Release);
        return tree;
    }

    private static GrownNode Add(GrownTree tree, double value, int begin, int count)
    {
        GrownNode node = new() { Values = [value], Begin = begin, Count = count, Cover = count };
        tree.Nodes.Add(node);
        return node;
    }

    private OpenLeaf Root(ReadOnlySpan<int> sample, Vector128<long>[] pairs, GrownTree tree)
    {
        Vector128<long> total = Vector128<long>.Zero;
        foreach (int row in sample)
        {
            total += pairs[row];
        }

        FixedPoint units = this.search.Units;
        LeafScore score = new(settings.L1, settings.L2, double.NegativeInfinity, double.PositiveInfinity);
        return new OpenLeaf(Add(tree, score.Value(units.Gradient(total), units.Hessian(total)), 0, sample.Length), total, 0);
    }

    private (OpenLeaf Left, OpenLeaf Right) Split(OpenLeaf leaf, GrownTree tree)
    {
        SplitCandidate best = leaf.Best!;
        GrownNode node = leaf.Node;
        FixedPoint units = this.search.Units;
        Vector128<long> rightSum = leaf.Total - best.Left;
        node.GoesLeft = SplitTable.Of(matrix.Features[best.Feature], best, this.MissingLeft(leaf, best, rightSum));
        node.Feature = best.Feature;
        node.Bin = best.Bin;
        int leftCount = this.Partition.Split(matrix, best.Feature, node.GoesLeft, node.Begin, node.Count);
        node.Left = tree.Nodes.Count;
        GrownNode left = Add(tree, best.Score.Value(units.Gradient(best.Left), units.Hessian(best.Left)), node.Begin, leftCount);
        node.Right = tree.Nodes.Count;
        GrownNode right = Add(tree, best.Score.Value(units.Gradient(rightSum), units.Hessian(rightSum)), node.Begin + leftCount, node.Count - leftCount);
        Bound(node, left, right, best.LeftBins is null ? matrix.Features[best.Feature].Monotone : 0);
        return (new OpenLeaf(left, best.Left, leaf.Depth + 1), new OpenLeaf(right, rightSum, leaf.Depth + 1));
    }

    // Where no row of the leaf misses the number, a missing one follows the most rows.
    private bool MissingLeft(OpenLeaf leaf, SplitCandidate best, Vector128<long> rightSum)
    {
        int missing = matrix.Offsets[best.Feature] + matrix.Features[best.Feature].MissingBin;
        FixedPoint units = this.search.Units;
        return leaf.Histogram![missing] == Vector128<long>.Zero ? units.Count(best.Left) >= units.Count(rightSum) : best.MissingLeft;
    }

    // Below a split on a monotone feature both sides keep to their side of the middle, so that no deeper split can cross it.
    private static void Bound(GrownNode parent, GrownNode left, GrownNode right, int monotone)
    {
        double middle = (left.Values[0] + right.Values[0]) / 2;
        left.Lower = monotone < 0 ? middle : parent.Lower;
        left.Upper = monotone > 0 ? middle : parent.Upper;
        right.Lower = monotone > 0 ? middle : parent.Lower;
        right.Upper = monotone < 0 ? middle : parent.Upper;
    }

    private void Prepare(OpenLeaf parent, OpenLeaf left, OpenLeaf right, Vector128<long>[] pairs, bool search)
    {
        if (!search)
        {
            this.search.Release(parent);
            return;
        }

        (OpenLeaf smaller, OpenLeaf larger) = left.Node.Count <= right.Node.Count ? (left, right) : (right, left);
        (larger.Histogram, parent.Histogram) = (parent.Histogram, null);
        this.search.Run(smaller, this.Partition, pairs, larger);
    }
}
