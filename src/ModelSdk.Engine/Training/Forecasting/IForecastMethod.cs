namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>A way to forecast, with everything chosen.</summary>
internal interface IForecastMethod
{
    /// <summary>What notes call it.</summary>
    string Description { get; }

    /// <summary>Forecasts every series.</summary>
    /// <param name="problem">The series.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>For each series a value for each of <see cref="ForecastProblem.StepsAfter"/>; not finite where the method fails.</returns>
    IReadOnlyList<double[]> Forecast(ForecastProblem problem, CancellationToken cancellation);
}
