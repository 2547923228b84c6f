using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Finds the best split of leaves. Of two siblings only the smaller one's rows are read: the larger one's histogram is what the parent's leaves
/// (Ke et al., "LightGBM", 2017). Groups of features are worked on in parallel, each from histogram to best
/// split; small leaves are not worth it.
/// </summary>
/// <param name="matrix">The bins.</param>
/// <param name="settings">The limits.</param>
internal sealed class SplitSearch(BinnedMatrix matrix, GrowthSettings settings)
{
    private const int FewRows = 2048;

    // Differences that rounding alone can make are no improvement.
    private const double Rounding = 1e-13;

    private readonly Stack<Vector128<long>[]> pool = new();

    /// <summary>Which features may be split.</summary>
    public bool[] Features { get; set; } = [.. Enumerable.Repeat(true, matrix.Features.Length)];

    /// <summary>What the pairs are worth.</summary>
    public FixedPoint Units { get; set; }

    /// <summary>Searches a leaf, and its sibling, where it has one, by subtraction.</summary>
    /// <param name="leaf">The leaf whose rows are read.</param>
    /// <param name="partition">The rows of all leaves.</param>
    /// <param name="pairs">The pairs of all rows.</param>
    /// <param name="sibling">A leaf that holds its parent's histogram; null for the root.</param>
    public void Run(OpenLeaf leaf, RowPartition partition, Vector128<long>[] pairs, OpenLeaf? sibling)
    {
        leaf.Histogram = this.pool.TryPop(out Vector128<long>[]? free) ? free : new Vector128<long>[matrix.BinCount];
        SplitCandidate[] best = [.. matrix.Groups.Select(_ => new SplitCandidate())];
        SplitCandidate[] siblingBest = [.. matrix.Groups.Select(_ => new SplitCandidate())];
        int tasks = leaf.Node.Count < FewRows ? 1 : Math.Min(settings.Threads, matrix.Groups.Length);
        if (tasks > 1)
        {
            Parallel.For(0, tasks, new ParallelOptions { MaxDegreeOfParallelism = tasks }, Work);
        }
        else
        {
            Work(0);
        }

        this.Choose(leaf, best);
        if (sibling is not null)
        {
            this.Choose(sibling, siblingBest);
        }

        void Work(int task)
        {
            int first = task * matrix.Groups.Length / tasks;
            int end = (task + 1) * matrix.Groups.Length / tasks;
            BinnedGroup[] used = [.. matrix.Groups[first..end].Where(this.IsUsed)];
            LeafHistogram.Sum(matrix, used, partition.Rows(leaf.Node.Begin, leaf.Node.Count), pairs, leaf.Histogram);
            for (int group = first; group < end; group++)
            {
                this.Search(matrix.Groups[group], leaf, sibling, best[group], siblingBest[group]);
            }
        }
    }

    /// <summary>Gives a leaf's histogram back.</summary>
    public void Release(OpenLeaf leaf)
    {
        if (leaf.Histogram is { } histogram)
        {
            this.pool.Push(histogram);
            leaf.Histogram = null;
        }
    }

    private bool IsUsed(BinnedGroup group) => Array.Exists(group.Features, feature => this.Features[feature]);

    private void Search(BinnedGroup group, OpenLeaf leaf, OpenLeaf? sibling, SplitCandidate best, SplitCandidate siblingBest)
    {
        if (!this.IsUsed(group))
        {
            return;
        }

        foreach (int feature in group.Features)
        {
            Span<Vector128<long>> part = Histogram.Part(matrix, feature, leaf.Histogram);
            this.SearchFeature(feature, leaf, part, best);
            if (sibling is not null)
            {
                Span<Vector128<long>> siblingPart = Histogram.Part(matrix, feature, sibling.Histogram);
                Histogram.Subtract(siblingPart, part);
                this.SearchFeature(feature, sibling, siblingPart, siblingBest);
            }
        }
    }

    private void SearchFeature(int feature, OpenLeaf leaf, ReadOnlySpan<Vector128<long>> histogram, SplitCandidate best)
    {
        if (!this.Features[feature] || !this.MaySplit(leaf))
        {
            return;
        }

        LeafSums sums = new(leaf.Total, this.Units, leaf.Node.Lower, leaf.Node.Upper);
        if (matrix.Features[feature] is NumericBins bins)
        {
            LeafScore score = new(settings.L1, settings.L2, leaf.Node.Lower, leaf.Node.Upper);
            NumericSplits.Search(feature, bins, histogram, new SplitRules(settings, sums, score, bins.Monotone), best);
        }
        else
        {
            new CategorySplits(settings, sums).Search(feature, histogram, best);
        }
    }

    private bool MaySplit(OpenLeaf leaf) =>
        leaf.Node.Count >= 2L * settings.MinRowsPerLeaf && leaf.Node.Count > 1 && (settings.MaxDepth == 0 || leaf.Depth < settings.MaxDepth);

    private void Choose(OpenLeaf leaf, SplitCandidate[] candidates)
    {
        SplitCandidate best = candidates.Length > 0 ? candidates.MaxBy(candidate => candidate.Gain)! : new SplitCandidate();
        LeafScore score = new(settings.L1, settings.L2, leaf.Node.Lower, leaf.Node.Upper);
        double improvement = best.Gain - score.Gain(this.Units.Gradient(leaf.Total), this.Units.Hessian(leaf.Total));
        bool better = improvement > settings.MinSplitGain && improvement > Rounding * best.Gain;
        leaf.Best = better ? best : null;
        leaf.Improvement = better ? improvement : double.NegativeInfinity;
    }
}
