namespace ModelSdk.Engine.Training.Trees;

/// <summary>Finds the best split of a node by one feature.</summary>
/// <param name="outputs">How many outputs there are.</param>
internal sealed class ForestSplits(int outputs)
{
    private readonly long[] left = new long[outputs + 1];
    private readonly long[] right = new long[outputs + 1];

    /// <summary>Replaces the best split where this feature has a better one; of equal ones the first stays.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="bins">Its bins.</param>
    /// <param name="sums">The node's sums by bin.</param>
    /// <param name="total">The node's sums.</param>
    /// <param name="rules">What a split gains.</param>
    /// <param name="best">The best split so far.</param>
    public void Search(int feature, FeatureBins bins, NodeSums sums, ReadOnlySpan<long> total, ForestRules rules, SplitCandidate best)
    {
        if (bins is CategoryBins)
        {
            this.SearchCategories(feature, sums, total, rules, best);
            return;
        }

        bool missing = sums.Bin(sums.Count - 1) == bins.MissingBin;
        int values = sums.Count - (missing ? 1 : 0);
        this.Scan(feature, sums, values, total, -1, rules, best);
        if (missing)
        {
            this.Scan(feature, sums, values, total, values, rules, best);
        }
    }

    private void Scan(int feature, NodeSums sums, int values, ReadOnlySpan<long> total, int missing, ForestRules rules, SplitCandidate best)
    {
        this.Begin(total);
        if (missing >= 0)
        {
            this.Move(sums.Sum(missing));
        }

        // Without a missing value in the node, the last bin of values has nothing to its right.
        for (int index = 0; index < values; index++)
        {
            this.Move(sums.Sum(index));
            double gain = rules.Gain(this.left, this.right);
            if (gain > best.Gain)
            {
                best.Gain = gain;
                best.Feature = feature;
                best.Bin = sums.Bin(index);
                best.LeftBins = null;
                best.MissingLeft = values < sums.Count ? missing >= 0 : rules.Rows(this.left) >= rules.Rows(this.right);
            }
        }
    }

    // Sorted by the share of the node's largest class, or by the mean, the best set is a prefix: exactly for one output (Fisher 1958), else nearly.
    private void SearchCategories(int feature, NodeSums sums, ReadOnlySpan<long> total, ForestRules rules, SplitCandidate best)
    {
        int largest = total[..^1].IndexOf(Largest(total[..^1]));
        double[] means = [.. Enumerable.Range(0, sums.Count).Select(index => rules.Mean(sums.Sum(index), largest))];
        int[] order = [.. Enumerable.Range(0, sums.Count).OrderBy(index => means[index])];
        this.Begin(total);
        for (int joined = 1; joined < order.Length; joined++)
        {
            this.Move(sums.Sum(order[joined - 1]));
            double gain = rules.Gain(this.left, this.right);
            if (gain > best.Gain)
            {
                best.Gain = gain;
                best.Feature = feature;
                best.LeftBins = [.. order.Take(joined).Select(sums.Bin)];
            }
        }
    }

    private static long Largest(ReadOnlySpan<long> values)
    {
        long largest = values[0];
        foreach (long value in values)
        {
            largest = Math.Max(largest, value);
        }

        return largest;
    }

    private void Begin(ReadOnlySpan<long> total)
    {
        Array.Clear(this.left);
        total.CopyTo(this.right);
    }

    private void Move(ReadOnlySpan<long> sum)
    {
        for (int index = 0; index < sum.Length; index++)
        {
            this.left[index] += sum[index];
            this.right[index] -= sum[index];
        }
    }
}
