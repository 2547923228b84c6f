using System.Globalization;
using ModelSdk.Engine.Training;
using ModelSdk.LightGbm.Native;

namespace ModelSdk.LightGbm;

/// <summary>Measures the objective while a model grows, and tells when it no longer falls.</summary>
/// <param name="booster">The model.</param>
/// <param name="validates">Whether there are rows that validate.</param>
/// <param name="patience">After how many iterations without progress on them to stop; 0 for never.</param>
internal sealed class ObjectiveCurves(Booster booster, bool validates, int patience)
{
    // A measure on all fitted rows takes about a quarter of the time of an iteration.
    private const int Interval = 10;

    private readonly List<ConvergencePoint> fitted = [];
    private readonly List<ConvergencePoint> validation = [];
    private double best = double.PositiveInfinity;

    /// <summary>The objective on the fitted rows: after the first, every tenth and the last iteration.</summary>
    public IReadOnlyList<ConvergencePoint> Fitted => this.fitted;

    /// <summary>The objective on the rows that validate, after each iteration; empty where there are none.</summary>
    public IReadOnlyList<ConvergencePoint> Validation => this.validation;

    /// <summary>The iteration with the least objective on the rows that validate, of equal ones the first; 0 where there are none.</summary>
    public int BestIteration { get; private set; }

    /// <summary>The last measure, for progress.</summary>
    public string Text => (this.validation.Count > 0 ? this.validation : this.fitted) is { Count: > 0 } points
        ? string.Create(CultureInfo.InvariantCulture, $", objective {points[^1].Objective:G6}{(this.validation.Count > 0 ? " on validation rows" : "")}")
        : "";

    /// <summary>Measures an iteration.</summary>
    /// <param name="iteration">The iteration, from 1.</param>
    /// <returns>Whether to stop.</returns>
    public bool Stops(int iteration)
    {
        if (iteration == 1 || iteration % Interval == 0)
        {
            this.MeasureFitted(iteration);
        }

        return validates && this.MeasureValidation(iteration);
    }

    /// <summary>Measures the last iteration.</summary>
    /// <param name="iteration">How many iterations there were.</param>
    public void End(int iteration)
    {
        if (this.fitted.Count == 0 || this.fitted[^1].Iteration < iteration)
        {
            this.MeasureFitted(iteration);
        }
    }

    private void MeasureFitted(int iteration) => this.fitted.Add(new ConvergencePoint(iteration, booster.Measure(onValidation: false)));

    private bool MeasureValidation(int iteration)
    {
        double objective = booster.Measure(onValidation: true);
        this.validation.Add(new ConvergencePoint(iteration, objective));
        if (objective < this.best)
        {
            this.best = objective;
            this.BestIteration = iteration;
        }

        return patience > 0 && iteration - this.BestIteration >= patience;
    }
}
