namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Earlier states of the training series, and what followed them.</summary>
internal sealed class TrialOrigins
{
    private const int Fewest = 3;
    private const int Most = 8;
    private const int EnoughSteps = 120;
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
    /// The last origins, a horizon apart, that leave the longest series two seasons and five values: three to eight, as many as judge 120 steps. Where
    /// not even one does, the horizon is cut to what is left beside them.
    /// </summary>
    /// <param name="problem">The series.</param>
    public static TrialOrigins Of(ForecastProblem problem)
    {
        int least = (2 * problem.SeasonLength) + 5;
        int horizon = Math.Min(problem.Horizon, problem.Longest - least);
        int most = horizon < 1 ? 0 : Math.Clamp(EnoughSteps / horizon, Fewest, Most);
        ForecastProblem[] trials =
        [
            .. Enumerable.Range(1, most).Select(index => problem.LastStep - ((long)index * horizon))
                .Select(origin => (problem with { Horizon = horizon }).Until(origin)).OfType<ForecastProblem>()
                .Where(trial => trial.Longest >= least && trial.Series.Any(known => Whole(problem, known).Values.Length > known.Values.Length)),
        ];
        return new TrialOrigins(problem, trials);
    }

    /// <summary>For each origin the mean over series and steps of |error| / <see cref="NaiveError"/>; not finite where the method fails.</summary>
    /// <param name="method">A method.</param>
    /// <param name="cancellation">Stops the work.</param>
    public double[] Errors(IForecastMethod method, CancellationToken cancellation) => [.. this.trials.Select(trial => this.Error(trial, method.Forecast(trial, cancellation)))];

    private double Error(ForecastProblem trial, IReadOnlyList<double[]> forecasts)
    {
        double sum = 0;
        long count = 0;
        for (int index = 0; index < trial.Series.Count; index++)
        {
            (double error, int steps) = this.ErrorOf(trial, trial.Series[index], forecasts[index]);
            sum += error;
            count += steps;
        }

        return sum / count;
    }

    private (double Sum, int Steps) ErrorOf(ForecastProblem trial, TimeSeries known, double[] forecast)
    {
        TimeSeries whole = Whole(this.problem, known);
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

    private static TimeSeries Whole(ForecastProblem problem, TimeSeries known) => problem.Series.First(series => ReferenceEquals(series.Key, known.Key));
}
