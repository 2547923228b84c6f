namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Exponential smoothing of one form, fitted to each series by itself.</summary>
/// <param name="form">The form; a series too short for it gets a simpler one.</param>
internal sealed class SmoothingMethod(SmoothingForm form) : IForecastMethod
{
    /// <inheritdoc/>
    public string Description => $"HoltWinters (trend {form.Trend}, season {form.Season})";

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Forecast(ForecastProblem problem, CancellationToken cancellation)
    {
        double[][] forecasts = new double[problem.Series.Count][];
        OrderedBlocks.Run(
            problem.Series.Count,
            problem.MaximumThreads,
            (index, _) => forecasts[index] = One(problem, problem.Series[index]),
            _ => { },
            cancellation);
        return forecasts;

        double[] One(ForecastProblem whole, TimeSeries series) =>
            SmoothingFit.To(series.Values, form.For(series.Values.Length, whole.SeasonLength), whole.SeasonLength).Forecast(whole.StepsAfter(series));
    }
}
