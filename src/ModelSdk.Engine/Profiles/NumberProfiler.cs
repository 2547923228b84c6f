using ModelSdk.Engine.Evaluation;

namespace ModelSdk.Engine.Profiles;

/// <summary>Finds mean and quantiles.</summary>
internal static class NumberProfiler
{
    /// <summary>The greatest number of values that are sorted.</summary>
    internal const int MostSorted = 65_536;

    /// <summary>Adds mean and quantiles, where any value is present.</summary>
    /// <param name="column">What is known of the column.</param>
    /// <param name="values">One value a row, NaN where missing.</param>
    public static ColumnDistribution Fill(ColumnDistribution column, double[] values) => column.Present == 0
        ? column
        : column with { Mean = Mean(values, column.Present), Quantiles = Quantiles(values, column.Present) };

    private static double Mean(double[] values, int present)
    {
        double mean = Sum(values, 1) / present;
        return WithoutNegativeZero(double.IsFinite(mean) ? mean : Sum(values, present));
    }

    private static double Sum(double[] values, double divisor)
    {
        NeumaierSum sum = default;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                sum.Add(value / divisor);
            }
        }

        return sum.Value;
    }

    // The order statistic at or below each quantile's position, which numpy calls "lower".
    private static double[] Quantiles(double[] values, int present)
    {
        double[] sample = Sample(values, present);
        Array.Sort(sample);
        const int Steps = ColumnDistribution.QuantileCount - 1;
        return [.. Enumerable.Range(0, Steps + 1).Select(step => WithoutNegativeZero(sample[(int)((long)step * (sample.Length - 1) / Steps)]))];
    }

    private static double[] Sample(double[] values, int present)
    {
        int stride = ((present - 1) / MostSorted) + 1;
        double[] sample = new double[((present - 1) / stride) + 1];
        int seen = 0;
        foreach (double value in values)
        {
            if (double.IsNaN(value))
            {
                continue;
            }

            if (seen % stride == 0)
            {
                sample[seen / stride] = value;
            }

            seen++;
        }

        return sample;
    }

    // JSON as ECMAScript writes it knows no −0, and a profile reads back as it was.
    private static double WithoutNegativeZero(double value) => value + 0.0;
}
