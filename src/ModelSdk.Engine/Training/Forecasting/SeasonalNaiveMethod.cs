namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Repeats the last season; a series shorter than a season repeats its last value.</summary>
internal sealed class SeasonalNaiveMethod : IForecastMethod
{
    /// <inheritdoc/>
    public string Description => "SeasonalNaive";

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Forecast(ForecastProblem problem, CancellationToken cancellation) =>
        [.. problem.Series.Select(series => Repeat(series.Values, problem.SeasonLength, problem.StepsAfter(series)))];

    /// <summary>Repeats the last season of values.</summary>
    /// <param name="values">The known values, at least one.</param>
    /// <param name="season">The length of a season.</param>
    /// <param name="steps">How many steps.</param>
    public static double[] Repeat(double[] values, int season, int steps)
    {
        int period = values.Length >= season ? season : 1;
        return [.. Enumerable.Range(0, steps).Select(step => values[values.Length - period + (step % period)])];
    }
}
