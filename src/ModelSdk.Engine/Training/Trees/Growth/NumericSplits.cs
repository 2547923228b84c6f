using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Finds the best threshold of a number: every bound between bins, with missing values on either side.</summary>
internal static class NumericSplits
{
    /// <summary>Replaces the best split where this feature has a better one; of equal ones the first stays.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="bins">Its bins.</param>
    /// <param name="histogram">The leaf's sums by bin.</param>
    /// <param name="rules">What is allowed, and how much it gains.</param>
    /// <param name="best">The best split so far.</param>
    public static void Search(int feature, NumericBins bins, ReadOnlySpan<Vector128<long>> histogram, in SplitRules rules, SplitCandidate best)
    {
        Vector128<long> missing = histogram[bins.MissingBin];
        Scan(feature, bins.ValueCount, histogram, Vector128<long>.Zero, rules, best);
        if (missing != Vector128<long>.Zero)
        {
            Scan(feature, bins.ValueCount, histogram, missing, rules, best);
        }
    }

    private static void Scan(int feature, int count, ReadOnlySpan<Vector128<long>> histogram, Vector128<long> left, in SplitRules rules, SplitCandidate best)
    {
        bool missingLeft = left != Vector128<long>.Zero;
        for (int bin = 0; bin < count; bin++)
        {
            // An empty bin parts the same rows as the one before it.
            if (histogram[bin] == Vector128<long>.Zero)
            {
                continue;
            }

            left += histogram[bin];
            double gain = rules.Gain(left);
            if (gain > best.Gain)
            {
                best.Gain = gain;
                best.Feature = feature;
                best.Bin = bin;
                best.MissingLeft = missingLeft;
                best.LeftBins = null;
                best.Left = left;
                best.Score = rules.Score;
            }
        }
    }
}
