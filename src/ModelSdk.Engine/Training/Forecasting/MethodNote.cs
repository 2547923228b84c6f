using System.Globalization;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Says in a sentence why a method was taken.</summary>
internal static class MethodNote
{
    private const int Listed = 5;

    /// <summary>The sentence.</summary>
    /// <param name="chosen">The method that was taken.</param>
    /// <param name="best">The one with the least error.</param>
    /// <param name="all">All that were tried.</param>
    /// <param name="trials">The origins.</param>
    public static string Of(MethodTrial chosen, MethodTrial best, IReadOnlyList<MethodTrial> all, TrialOrigins trials)
    {
        string why = ReferenceEquals(chosen, best)
            ? $"the least mean absolute scaled error ({Text(best.Error)}) of {all.Count} methods"
            : $"the simplest kind whose mean absolute scaled error ({Text(chosen.Error)}) is within one standard error ({Text(best.StandardError)}) of the least of {all.Count} methods";
        string others = string.Join(", ", all.Where(trial => trial != chosen).OrderBy(trial => trial.Error).Take(Listed).Select(trial => $"{trial.Method.Description} {Text(trial.Error)}"));
        string origins = trials.Count == 1 ? "an origin" : string.Create(CultureInfo.InvariantCulture, $"each of {trials.Count} origins");
        return string.Create(
            CultureInfo.InvariantCulture, $"Method: {chosen.Method.Description}, {why} on {trials.Steps} {(trials.Steps == 1 ? "step" : "steps")} after {origins} in the training rows; others: {others}.");
    }

    private static string Text(double error) => double.IsFinite(error) ? error.ToString("0.000", CultureInfo.InvariantCulture) : "failed";
}
