using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>
/// Initial states from the series itself (Hyndman, Koehler, Ord and Snyder 2008, §2.6.1): the season from the deviations of the first seasons from
/// their centred moving average, level and trend from a straight line through the first values without the season.
/// </summary>
internal static class SmoothingStart
{
    private const int MostSeasons = 5;
    private const int LineLength = 10;

    /// <summary>The states, at their places in the layout.</summary>
    /// <param name="values">The series; at least two seasons where there is one.</param>
    /// <param name="layout">The layout.</param>
    /// <returns>A point whose smoothing parameters are 0.</returns>
    public static double[] Of(double[] values, SmoothingLayout layout)
    {
        double[] point = new double[layout.Count];
        double[] season = layout.Form.HasSeason ? Season(values, layout) : [];
        season.CopyTo(point, layout.FirstSeason);
        double[] first = [.. values.Take(LineLength).Select((value, t) => season.Length == 0 ? value : Without(value, season[t % season.Length], layout.Form.Multiplies))];
        (double level, double slope) = Line(first);
        point[layout.Level] = layout.Form.HasTrend ? level : EightLanes.Sum(first) / first.Length;
        if (layout.Form.HasTrend)
        {
            point[layout.Slope] = slope;
        }

        return point;
    }

    private static double[] Season(double[] values, SmoothingLayout layout)
    {
        int length = layout.Season;
        double[] sums = new double[length];
        int[] counts = new int[length];
        int half = length / 2;
        int end = Math.Min(values.Length, MostSeasons * length) - half;
        for (int t = half; t < end; t++)
        {
            double trend = Centre(values, t, length);
            sums[t % length] += layout.Form.Multiplies ? values[t] / trend : values[t] - trend;
            counts[t % length]++;
        }

        double[] season = [.. sums.Select((sum, index) => sum / Math.Max(counts[index], 1))];
        double mean = EightLanes.Sum(season) / length;
        return Array.ConvertAll(season, value => layout.Form.Multiplies ? value / mean : value - mean);
    }

    // A moving average of one season; of an even one the values at both ends count half.
    private static double Centre(double[] values, int t, int length)
    {
        int half = length / 2;
        double sum = length % 2 == 1 ? EightLanes.Sum(values.AsSpan(t - half, length))
            : EightLanes.Sum(values.AsSpan(t - half + 1, length - 1)) + (0.5 * (values[t - half] + values[t + half]));
        return sum / length;
    }

    private static double Without(double value, double season, bool multiplies) => multiplies ? value / season : value - season;

    /// <summary>Least squares through (1, first), (2, second), …; the level is the line's value at 0.</summary>
    private static (double Level, double Slope) Line(double[] values)
    {
        double centre = (values.Length + 1) / 2.0;
        double mean = EightLanes.Sum(values) / values.Length;
        double[] distances = [.. Enumerable.Range(1, values.Length).Select(t => t - centre)];
        double slope = EightLanes.Dot(distances, values) / EightLanes.Dot(distances, distances);
        return (mean - (slope * centre), slope);
    }
}
