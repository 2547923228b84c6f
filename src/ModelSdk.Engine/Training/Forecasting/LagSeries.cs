using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>A series as the regression sees it: scaled and, where wanted, as changes from step to step.</summary>
internal sealed class LagSeries
{
    private readonly SeriesScale scale;
    private readonly LagForm form;
    private readonly double last;
    private readonly double unit;

    /// <summary>Prepares a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="form">The form.</param>
    public LagSeries(TimeSeries series, LagForm form)
    {
        this.scale = new SeriesScale(series.Values, form);
        this.form = form;
        double[] scaled = Array.ConvertAll(series.Values, this.scale.To);
        this.last = scaled[^1];
        this.Values = form.Difference ? [.. scaled.Skip(1).Zip(scaled, (later, earlier) => later - earlier)] : scaled;
        this.FirstStep = series.FirstStep + (form.Difference ? 1 : 0);
        double mean = EightLanes.Sum(series.Values) / series.Values.Length;
        this.unit = mean > 0 ? mean : 1;
        this.Targets = form.IsCounts ? Array.ConvertAll(series.Values, value => value / this.unit) : this.Values;
    }

    /// <summary>The values that lags are taken from.</summary>
    public double[] Values { get; }

    /// <summary>What is to be learned, for each of <see cref="Values"/>.</summary>
    public double[] Targets { get; }

    /// <summary>The step of the first value.</summary>
    public long FirstStep { get; }

    /// <summary>The one of <see cref="Values"/> that a prediction of one of <see cref="Targets"/> means.</summary>
    /// <param name="prediction">The prediction.</param>
    public double Lag(double prediction) => this.form.IsCounts ? this.scale.To(prediction * this.unit) : prediction;

    /// <summary>Turns forecasts of <see cref="Values"/> into forecasts of the series.</summary>
    /// <param name="forecasts">The steps after the end.</param>
    public double[] Restore(double[] forecasts)
    {
        double level = this.last;
        double[] restored = new double[forecasts.Length];
        for (int step = 0; step < forecasts.Length; step++)
        {
            level = this.form.Difference ? level + forecasts[step] : forecasts[step];
            restored[step] = this.scale.From(level);
        }

        return restored;
    }
}
