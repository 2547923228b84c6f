using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>The method that is taken, after all were tried on the last known steps, from what was known before them.</summary>
/// <param name="Method">The method.</param>
/// <param name="Notes">Why it was chosen.</param>
/// <param name="Figures">What was measured.</param>
internal sealed record MethodChoice(IForecastMethod Method, IReadOnlyList<string> Notes, IReadOnlyDictionary<string, double> Figures)
{
    private const int MostSeries = 200;

    /// <summary>
    /// Chooses by the mean absolute scaled error over rolling origins (at most 200 series, evenly chosen). Of the best of each group the first is taken
    /// whose error is at most one standard error above the least (Breiman, Friedman, Olshen and Stone, "Classification and Regression Trees", 1984,
    /// §3.4.3). Where the series are too short for an origin, the first method is taken.
    /// </summary>
    /// <param name="groups">At least one, with at least one method each; the simplest first.</param>
    /// <param name="problem">The series.</param>
    /// <param name="log">Gets the progress.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static MethodChoice Of(IReadOnlyList<IReadOnlyList<IForecastMethod>> groups, ForecastProblem problem, IEngineLog log, CancellationToken cancellation)
    {
        IForecastMethod first = groups[0][0];
        if (groups.Sum(group => group.Count) == 1)
        {
            return new MethodChoice(first, [$"Method: {first.Description}."], new Dictionary<string, double>());
        }

        TrialOrigins trials = TrialOrigins.Of(problem.Sample(MostSeries));
        if (trials.Count == 0)
        {
            return new MethodChoice(first, [$"Method: {first.Description}, since the series are too short to try methods on their last steps."], new Dictionary<string, double>());
        }

        MethodTrial[][] tried = [.. groups.Select(group => group.Select(method => Try(method, trials, log, cancellation)).ToArray())];
        MethodTrial best = tried.SelectMany(group => group).MinBy(trial => trial.Error)!;
        MethodTrial chosen = tried.Select(group => group.MinBy(trial => trial.Error)!).First(trial => trial.Error <= best.Error + best.StandardError);
        Dictionary<string, double> figures = new() { ["TrialMase"] = chosen.Error, ["TrialOrigins"] = trials.Count };
        return new MethodChoice(chosen.Method, [MethodNote.Of(chosen, best, [.. tried.SelectMany(group => group)], trials)], figures);
    }

    private static MethodTrial Try(IForecastMethod method, TrialOrigins trials, IEngineLog log, CancellationToken cancellation)
    {
        log.Progress($"trying {method.Description}");
        return MethodTrial.Of(method, trials.Errors(method, cancellation));
    }
}
