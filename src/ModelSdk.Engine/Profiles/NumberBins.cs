namespace ModelSdk.Engine.Profiles;

/// <summary>Cuts numbers into bins at the deciles of the earlier profile.</summary>
internal static class NumberBins
{
    private const int Steps = ColumnDistribution.QuantileCount - 1;
    private const int Decile = Steps / 10;

    /// <summary>The share of all rows in each bin. Where one side has no quantiles, all values are one bin.</summary>
    public static IEnumerable<(double Before, double After)> Shares(ColumnDistribution before, ColumnDistribution after)
    {
        bool known = before.Quantiles.Count > 0 && after.Quantiles.Count > 0;
        double beforeBelow = 0;
        double afterBelow = 0;
        foreach ((double value, bool inclusive) in known ? Edges(before.Quantiles) : [])
        {
            double beforeNow = before.Share(before.Present) * Below(before.Quantiles, value, inclusive);
            double afterNow = after.Share(after.Present) * Below(after.Quantiles, value, inclusive);
            yield return (beforeNow - beforeBelow, afterNow - afterBelow);
            (beforeBelow, afterBelow) = (beforeNow, afterNow);
        }

        yield return (before.Share(before.Present) - beforeBelow, after.Share(after.Present) - afterBelow);
    }

    // A value that fills a decile is also cut off below: a constant that becomes a smaller constant would else stay in its bin.
    private static IEnumerable<(double Value, bool Inclusive)> Edges(IReadOnlyList<double> quantiles)
    {
        foreach (IGrouping<double, int> decile in Enumerable.Range(1, 9).Select(index => index * Decile).GroupBy(index => quantiles[index]))
        {
            if (decile.Any(index => quantiles[index - Decile] == decile.Key || quantiles[index + Decile] == decile.Key))
            {
                yield return (decile.Key, false);
            }

            yield return (decile.Key, true);
        }
    }

    // The step function of the quantiles: the share of the values that are less, or not greater.
    private static double Below(IReadOnlyList<double> quantiles, double edge, bool inclusive)
    {
        int count = quantiles.Count(value => value < edge || (inclusive && value == edge));
        return Math.Max(0, count - 1) / (double)Steps;
    }
}
