using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>Stops an optimiser whose objective grows.</summary>
/// <param name="optimiser">The optimiser's name.</param>
/// <param name="settings">Its rate.</param>
internal sealed class DivergenceCheck(string optimiser, OptimiserSettings settings)
{
    private const double LargestGrowth = 100;

    private double start;

    /// <summary>Takes note of the value at the start.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ModelBuildException">It is not finite.</exception>
    public void Begin(double value)
    {
        this.start = value;
        if (!double.IsFinite(value))
        {
            throw new ModelBuildException(
                OptimisationDiagnostics.Diverged,
                $"The objective is {Text(value)} before the first step of {optimiser}: label, weights or features are too large; rescale them.",
                SourceLocation.None);
        }
    }

    /// <summary>Checks a later value: it may be at most 100 times the one at the start, or 100 where that is below 1.</summary>
    /// <param name="iteration">The iteration or epoch.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ModelBuildException">It is not finite, or larger.</exception>
    public void Check(int iteration, double value)
    {
        if (value <= LargestGrowth * Math.Max(1, Math.Abs(this.start)))
        {
            return;
        }

        string advice = optimiser == Optimisers.Lbfgs
            ? "Rescale label, weights or features."
            : $"Its {OptimiserHyperparameters.LearningRate} was {Text(settings.Rate.Initial)}: try {Text(settings.Rate.Initial / 10)}.";
        throw new ModelBuildException(
            OptimisationDiagnostics.Diverged,
            $"{optimiser} diverges: the objective was {Text(this.start)} at the start and is {Text(value)} after {iteration} {(iteration == 1 ? "pass" : "passes")} over the rows. {advice}",
            SourceLocation.None);
    }

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
