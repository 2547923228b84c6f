using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Finds the best set of categories. Few categories are tried one against the others. Many are sorted by gradient / (hessian + smoothing), after
/// which the best set is a prefix (Fisher, "On grouping for maximum homogeneity", 1958); both ends are tried, as LightGBM does (Ke et al. 2017).
/// Unknown and missing values take part like a category each. What is not in the set goes right.
/// </summary>
/// <param name="settings">The limits.</param>
/// <param name="leaf">The leaf.</param>
internal sealed class CategorySplits(GrowthSettings settings, LeafSums leaf)
{
    /// <summary>The most categories of which each is tried against all others.</summary>
    public const int MostSingles = 4;

    /// <summary>The fewest rows that join a sorted set at a time.</summary>
    public const int RowsPerGroup = 100;

    /// <summary>Replaces the best split where this feature has a better one; of equal ones the first stays.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="histogram">The leaf's sums by bin.</param>
    /// <param name="best">The best split so far.</param>
    public void Search(int feature, ReadOnlySpan<Vector128<long>> histogram, SplitCandidate best)
    {
        int[] used = this.Used(histogram, 1);
        if (used.Length <= MostSingles)
        {
            this.SearchSingles(feature, used, histogram, best);
            return;
        }

        int[] sorted = this.Sorted(histogram);
        SplitRules rules = this.Rules(settings.L2 + settings.CategoryL2);
        this.SearchPrefixes(feature, sorted, histogram, rules, best);
        Array.Reverse(sorted);
        this.SearchPrefixes(feature, sorted, histogram, rules, best);
    }

    private static void Replace(SplitCandidate best, double gain, int feature, ReadOnlySpan<int> bins, Vector128<long> left, LeafScore score)
    {
        best.Gain = gain;
        best.Feature = feature;
        best.LeftBins = bins.ToArray();
        best.Left = left;
        best.Score = score;
    }

    private SplitRules Rules(double l2) => new(settings, leaf, new LeafScore(settings.L1, l2, leaf.Lower, leaf.Upper), 0);

    private int[] Used(ReadOnlySpan<Vector128<long>> histogram, double minimum)
    {
        List<int> used = [];
        for (int bin = 0; bin < histogram.Length; bin++)
        {
            if (leaf.Units.Count(histogram[bin]) >= minimum)
            {
                used.Add(bin);
            }
        }

        return [.. used];
    }

    private void SearchSingles(int feature, int[] used, ReadOnlySpan<Vector128<long>> histogram, SplitCandidate best)
    {
        SplitRules rules = this.Rules(settings.L2);
        foreach (int bin in used)
        {
            double gain = rules.Gain(histogram[bin]);
            if (gain > best.Gain)
            {
                Replace(best, gain, feature, [bin], histogram[bin], rules.Score);
            }
        }
    }

    private int[] Sorted(ReadOnlySpan<Vector128<long>> histogram)
    {
        int[] bins = this.Used(histogram, settings.CategorySmooth);
        double[] scores = new double[histogram.Length];
        foreach (int bin in bins)
        {
            scores[bin] = leaf.Units.Gradient(histogram[bin]) / (leaf.Units.Hessian(histogram[bin]) + settings.CategorySmooth);
        }

        Array.Sort(bins, (first, second) => scores[first].CompareTo(scores[second]) is var order and not 0 ? order : first.CompareTo(second));
        return bins;
    }

    private void SearchPrefixes(int feature, int[] sorted, ReadOnlySpan<Vector128<long>> histogram, SplitRules rules, SplitCandidate best)
    {
        int most = Math.Min(settings.MaxCategoryThreshold, (sorted.Length + 1) / 2);
        Vector128<long> left = Vector128<long>.Zero;
        int joined = 0;
        for (int index = 0; index < most; index++)
        {
            left += histogram[sorted[index]];
            joined += leaf.Units.Count(histogram[sorted[index]]);
            double gain = joined >= RowsPerGroup ? rules.Gain(left) : double.NegativeInfinity;
            joined = double.IsNegativeInfinity(gain) ? joined : 0;
            if (gain > best.Gain)
            {
                Replace(best, gain, feature, sorted.AsSpan(0, index + 1), left, rules.Score);
            }
        }
    }
}
