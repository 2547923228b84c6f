using System.Globalization;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>Watches an optimiser: keeps the curves and the best point, tells the progress, and decides when to stop.</summary>
/// <param name="optimiser">The optimiser's name.</param>
/// <param name="objective">What is minimised; evaluated on the validation rows.</param>
/// <param name="settings">Limits and rows.</param>
/// <param name="log">Gets progress.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class ConvergenceMonitor(string optimiser, IBatchObjective objective, OptimiserSettings settings, IEngineLog log, CancellationToken cancellation)
{
    private readonly DivergenceCheck divergence = new(optimiser, settings);
    private readonly ConvergenceCurve curve = new();
    private readonly ConvergenceCurve validation = new();
    private readonly ImprovementCounter improvement = new(settings);
    private double[] best = [];
    private double bestValue = double.PositiveInfinity;
    private int bestIteration;
    private int iterations;

    private bool Validates => settings.ValidationRows.Length > 0;

    private bool OfBatches => optimiser is Optimisers.StochasticGradientDescent or Optimisers.Adam;

    /// <summary>Takes note of the start.</summary>
    /// <param name="value">The objective there.</param>
    /// <param name="parameters">The start.</param>
    /// <exception cref="ModelBuildException">The value is not finite.</exception>
    public void Begin(double value, ReadOnlySpan<double> parameters)
    {
        cancellation.ThrowIfCancellationRequested();
        this.divergence.Begin(value);
        this.Record(0, value, parameters);
    }

    /// <summary>Checks the value of a single step.</summary>
    /// <param name="iteration">The epoch.</param>
    /// <param name="value">What the step's rows estimate.</param>
    /// <exception cref="ModelBuildException">It is not finite.</exception>
    public void CheckStep(int iteration, double value)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!double.IsFinite(value))
        {
            this.divergence.Check(iteration, value);
        }
    }

    /// <summary>Takes note of a point.</summary>
    /// <param name="iteration">The iteration or epoch, from 1.</param>
    /// <param name="value">The objective there.</param>
    /// <param name="parameters">The point.</param>
    /// <returns>Whether to go on.</returns>
    /// <exception cref="ModelBuildException">The objective grows instead of falling.</exception>
    public bool Continue(int iteration, double value, ReadOnlySpan<double> parameters)
    {
        cancellation.ThrowIfCancellationRequested();
        this.divergence.Check(iteration, value);
        log.Progress(string.Create(CultureInfo.InvariantCulture, $"{(this.OfBatches ? "epoch" : "iteration")} {iteration}, objective {value:G6}"));
        double judged = this.Record(iteration, value, parameters);
        bool patient = this.improvement.Add(judged);
        return patient || !(this.OfBatches || this.Validates);
    }

    /// <summary>The result: the best point where validation rows tell, else the last.</summary>
    /// <param name="parameters">The last point.</param>
    /// <param name="gradient">The largest component of its gradient; NaN where it is not known.</param>
    /// <param name="converged">Whether the optimiser ended by itself.</param>
    public MinimumResult Result(double[] parameters, double gradient, bool converged) => new(
        this.Validates ? this.best : parameters, gradient, converged || (this.Validates && this.improvement.IsExhausted), this.curve.ToList())
    {
        ValidationConvergence = this.validation.ToList(),
        Iterations = this.iterations,
        BestIteration = this.Validates ? this.bestIteration : null,
    };

    private double Record(int iteration, double value, ReadOnlySpan<double> parameters)
    {
        this.iterations = iteration;
        this.curve.Add(new ConvergencePoint(iteration, value));
        double judged = this.Validates ? objective.EvaluateLoss(parameters, settings.ValidationRows) : value;
        if (iteration == 0)
        {
            this.improvement.Begin(judged);
        }

        if (!this.Validates)
        {
            return judged;
        }

        this.validation.Add(new ConvergencePoint(iteration, judged));
        if (judged < this.bestValue || iteration == 0)
        {
            (this.best, this.bestValue, this.bestIteration) = (parameters.ToArray(), judged, iteration);
        }

        return judged;
    }
}
