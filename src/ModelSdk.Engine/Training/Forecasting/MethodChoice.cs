using System.Globalization;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>The method that forecast the last known steps best, from what was known before them.</summary>
/// <param name="Method">The method.</param>
/// <param name="Notes">Why it was chosen.</param>
/// <param name="Figures">What was measured.</param>
internal sealed record MethodChoice(IForecastMethod Method, IReadOnlyList<string> Notes, IReadOnlyDictionary<string, double> Figures)
{
    private const int MostSeries = 200;
    private const int Listed = 5;

    /// <summary>
    /// Chooses by the mean absolute scaled error over rolling origins (at most 200 series, evenly chosen); of equals the first. Where the series are
    /// too short for an origin, the first candidate is taken.
    /// </summary>
    /// <param name="candidates">At least one.</param>
    /// <param name="problem">The series.</param>
    /// <param name="log">Gets the progress.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static MethodChoice Of(IReadOnlyList<IForecastMethod> candidates, ForecastProblem problem, IEngineLog log, CancellationToken cancellation)
    {
        if (candidates.Count == 1)
        {
            return new MethodChoice(candidates[0], [$"Method: {candidates[0].Description}."], new Dictionary<string, double>());
        }

        TrialOrigins trials = TrialOrigins.Of(problem.Sample(MostSeries));
        if (trials.Count == 0)
        {
            return new MethodChoice(candidates[0], [$"Method: {candidates[0].Description}, since the series are too short to try methods on their last steps."], new Dictionary<string, double>());
        }

        double[] errors = new double[candidates.Count];
        for (int index = 0; index < errors.Length; index++)
        {
            log.Progress($"trying {candidates[index].Description}");
            errors[index] = trials.Error(candidates[index], cancellation);
        }

        return Best(candidates, errors, trials);
    }

    private static MethodChoice Best(IReadOnlyList<IForecastMethod> candidates, double[] errors, TrialOrigins trials)
    {
        int[] order = [.. Enumerable.Range(0, errors.Length).OrderBy(index => double.IsNaN(errors[index]) ? double.PositiveInfinity : errors[index])];
        string others = string.Join(", ", order.Skip(1).Take(Listed).Select(index => $"{candidates[index].Description} {Text(errors[index])}"));
        string note = string.Create(
            CultureInfo.InvariantCulture,
            $"Method: {candidates[order[0]].Description}, the least mean absolute scaled error ({Text(errors[order[0]])}) of {errors.Length} methods on {trials.Steps} steps after each of {trials.Count} origins in the training rows; next: {others}.");
        return new MethodChoice(candidates[order[0]], [note], new Dictionary<string, double> { ["TrialMase"] = errors[order[0]], ["TrialOrigins"] = trials.Count });
    }

    private static string Text(double error) => double.IsFinite(error) ? error.ToString("0.000", CultureInfo.InvariantCulture) : "failed";
}
