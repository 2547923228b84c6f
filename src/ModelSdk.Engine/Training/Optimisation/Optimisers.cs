using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>The ways to minimise an objective, by the names that <c>ModelOptimizer</c> takes. docs/optimisers.md has their update rules.</summary>
internal static class Optimisers
{
    /// <summary>What leaves the choice to the trainer.</summary>
    public const string Auto = "Auto";

    /// <summary>L-BFGS with a line search: no rate to choose, the fewest passes over the rows.</summary>
    public const string Lbfgs = "LBFGS";

    /// <summary>Descent along the gradient over all rows.</summary>
    public const string GradientDescent = "GradientDescent";

    /// <summary>Descent along the gradient over a few rows at a time.</summary>
    public const string StochasticGradientDescent = "SGD";

    /// <summary>Descent along gradients of a few rows, each parameter with a step of its own.</summary>
    public const string Adam = "Adam";

    /// <summary>All of them, in the order in which messages list them.</summary>
    public static IReadOnlyList<string> All { get; } = [Lbfgs, GradientDescent, StochasticGradientDescent, Adam];

    /// <summary>The optimiser that is meant.</summary>
    /// <param name="name">The value of <c>ModelOptimizer</c>, checked by whoever read it.</param>
    /// <param name="automatic">What the trainer takes where the name is <see cref="Auto"/>.</param>
    public static string Choose(string name, string automatic) => name == Auto ? automatic : name;

    /// <summary>Minimises an objective.</summary>
    /// <param name="name">One of <see cref="All"/>.</param>
    /// <param name="objective">What is minimised.</param>
    /// <param name="settings">Rates, limits and rows, as <see cref="OptimiserHyperparameters.Settings"/> makes them.</param>
    /// <param name="start">Where to begin; unchanged.</param>
    /// <param name="log">Gets progress.</param>
    /// <param name="cancellation">Stops the work between steps.</param>
    /// <returns>The last point, or with early stopping the one that is best on the validation rows.</returns>
    /// <exception cref="ModelBuildException">The objective is not finite, or grows instead of falling (MODEL2041).</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static MinimumResult Minimise(
        string name, IBatchObjective objective, OptimiserSettings settings, double[] start, IEngineLog log, CancellationToken cancellation)
    {
        ConvergenceMonitor monitor = new(name, objective, settings, log, cancellation);
        return name switch
        {
            Lbfgs => new LimitedMemoryBfgs(Fitted(objective, settings), settings.MaximumIterations, settings.Tolerance).Minimise(start, monitor),
            GradientDescent => new GradientDescent(Fitted(objective, settings), settings, new MomentumRule(objective.Count, settings)).Minimise(start, monitor),
            StochasticGradientDescent => new MiniBatchDescent(objective, settings, new MomentumRule(objective.Count, settings)).Minimise(start, monitor),
            Adam => new MiniBatchDescent(objective, settings, new AdamRule(objective.Count, settings)).Minimise(start, monitor),
            _ => throw new ArgumentException($"There is no optimiser {name}.", nameof(name)),
        };
    }

    private static IObjective Fitted(IBatchObjective objective, OptimiserSettings settings) =>
        settings.ValidationRows.Length == 0 ? objective : new FittedRowsObjective(objective, settings.FittedRows);
}
