namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>A series as the regression sees it: scaled and, where wanted, as changes from step to step.</summary>
internal sealed class LagSeries
{
    private readonly SeriesScale scale;
    private readonly bool difference;
    private readonly double last;

    /// <summary>Prepares a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="logarithm">Whether to take logarithms.</param>
    /// <param name="difference">Whether to work on changes.</param>
    public LagSeries(TimeSeries series, bool logarithm, bool difference)
    {
        this.scale = new SeriesScale(series.Values, logarithm);
        this.difference = difference;
        double[] scaled = Array.ConvertAll(series.Values, this.scale.To);
        this.last = scaled[^1];
        this.Values = difference ? [.. scaled.Skip(1).Zip(scaled, (later, earlier) => later - earlier)] : scaled;
        this.FirstStep = series.FirstStep + (difference ? 1 : 0);
    }

    /// <summary>The values that lags are taken from.</summary>
    public double[] Values { get; }

    /// <summary>The step of the first value.</summary>
    public long FirstStep { get; }

    /// <summary>Turns forecasts of <see cref="Values"/> into forecasts of the series.</summary>
    /// <param name="forecasts">The steps after the end.</param>
    public double[] Restore(double[] forecasts)
    {
        double level = this.last;
        double[] restored = new double[forecasts.Length];
        for (int step = 0; step < forecasts.Length; step++)
        {
            level = this.difference ? level + forecasts[step] : forecasts[step];
            restored[step] = this.scale.From(level);
        }

        return restored;
    }
}
