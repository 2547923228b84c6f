namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Earlier states of the training series, and what followed them.</summary>
internal sealed class TrialOrigins
{
    private const int Most = 3;
    private readonly ForecastProblem problem;
    private readonly IReadOnlyList<ForecastProblem> trials;

    private TrialOrigins(ForecastProblem problem, IReadOnlyList<ForecastProblem> trials)
    {
        this.problem = problem;
        this.trials = trials;
    }

    /// <summary>How many origins there are.</summary>
    public int Count => this.trials.Count;

    /// <summary>How many steps after each origin are tried.</summary>
    public int Steps => this.trials[0].Horizon;

    /// <summary>
    /// The last three origins, a horizon apart, that leave the longest series two seasons and five values. Where not even one does, the horizon is
    /// cut to what is left beside them.
    /// </summary>
    /// <param name="problem">The series.</param>
    public static TrialOrigins Of(ForecastProblem problem)
    {
        int least = (2 * problem.SeasonLength) + 5;
        int horizon = Math.Min(problem.Horizon, problem.Longest - least);
        ForecastProblem[] trials = horizon < 1
            ? []
            : [.. Enumerable.Range(1, Most).Select(index => problem.LastStep - ((long)index * horizon))
                .Select(origin => (problem with { Horizon = horizon }).Until(origin)).OfType<ForecastProblem>().Where(trial => trial.Longest >= least)];
        return new TrialOrigins(problem, trials);
    }

    /// <summary>The mean over origins, series and steps of |error| / <see cref="NaiveError"/>; NaN or infinite where the method fails.</summary>
    /// <param name="method">A method.</param>
    /// <param name="cancellation">Stops the work.</param>
    public double Error(IForecastMethod method, CancellationToken cancellation)
    {
        double sum = 0;
        long count = 0;
        foreach (ForecastProblem trial in this.trials)
        {
            IReadOnlyList<double[]> forecasts = method.Forecast(trial, cancellation);
            for (int index = 0; index < trial.Series.Count; index++)
            {
                (double error, int steps) = this.ErrorOf(trial, trial.Series[index], forecasts[index]);
                sum += error;
                count += steps;
            }
        }

        return sum / count;
    }

    private (double Sum, int Steps) ErrorOf(ForecastProblem trial, TimeSeries known, double[] forecast)
    {
        TimeSeries whole = this.problem.Series.First(series => ReferenceEquals(series.Key, known.Key));
        double scale = NaiveError.Of(known.Values, trial.SeasonLength);
        double divisor = scale > 0 ? scale : 1;
        int steps = Math.Min(whole.Values.Length - known.Values.Length, forecast.Length);
        double sum = 0;
        for (int step = 0; step < steps; step++)
        {
            sum += Math.Abs(forecast[step] - whole.Values[known.Values.Length + step]) / divisor;
        }

        return (sum, steps);
    }
}
