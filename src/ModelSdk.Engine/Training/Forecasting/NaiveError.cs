using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>The scale of forecast errors: how far the seasonal naive forecast is off in the training rows themselves.</summary>
internal static class NaiveError
{
    /// <summary>The mean of |y(t) − y(t−m)| (Hyndman and Koehler, "Another look at measures of forecast accuracy", 2006, §2.5; with m steps a season).</summary>
    /// <param name="values">The training values of a series.</param>
    /// <param name="season">m; a series that is not longer than that is measured by steps of 1.</param>
    /// <returns>The mean, NaN where there is only one value.</returns>
    public static double Of(double[] values, int season)
    {
        int lag = values.Length > season ? season : 1;
        double[] changes = [.. values.Skip(lag).Zip(values, (later, earlier) => Math.Abs(later - earlier))];
        return EightLanes.Sum(changes) / changes.Length;
    }
}
