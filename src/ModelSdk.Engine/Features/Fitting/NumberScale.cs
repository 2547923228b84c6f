namespace ModelSdk.Engine.Features;

/// <summary>What is subtracted from numbers and what they are divided by.</summary>
internal static class NumberScale
{
    // Squares of smaller numbers leave the range of doubles.
    private const double SmallestScale = 1e-150;

    /// <summary>Fits a scale.</summary>
    /// <param name="values">At least one finite number.</param>
    /// <param name="scale">How; not by quantiles.</param>
    /// <returns>What is subtracted and what is divided by, 1 where the values do not differ.</returns>
    public static (double Mean, double Scale) Fit(double[] values, FeatureScale scale)
    {
        OrderStatistics? sorted = scale is FeatureScale.MinMax or FeatureScale.Robust ? new OrderStatistics(values) : null;
        (double mean, double deviation) = scale switch
        {
            FeatureScale.Standard => Moments.Of([.. values]),
            FeatureScale.MinMax => (sorted!.Least, sorted.Greatest - sorted.Least),
            FeatureScale.Robust => (sorted!.Median, sorted.Quantile(3, 4) - sorted.Quantile(1, 4)),
            _ => (0, 1),
        };
        return (mean, deviation < SmallestScale ? 1 : deviation);
    }
}
