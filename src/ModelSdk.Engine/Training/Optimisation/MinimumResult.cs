namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>Where a minimisation ended.</summary>
/// <param name="Parameters">The best point.</param>
/// <param name="Gradient">The largest absolute component of the gradient there; NaN for SGD and Adam, which do not compute it.</param>
/// <param name="Converged">Whether that is within the tolerance; for SGD, Adam and early stopping whether nothing improved any more.</param>
/// <param name="Convergence">The objective at the start and after each iteration.</param>
internal sealed record MinimumResult(double[] Parameters, double Gradient, bool Converged, IReadOnlyList<ConvergencePoint> Convergence)
{
    /// <summary>The objective on the validation rows, at the start and after each iteration or epoch; empty where there are none.</summary>
    public IReadOnlyList<ConvergencePoint> ValidationConvergence { get; init; } = [];

    /// <summary>How many iterations or epochs were made.</summary>
    public int Iterations { get; init; }

    /// <summary>With early stopping, which iteration or epoch <see cref="Parameters"/> come from; else null.</summary>
    public int? BestIteration { get; init; }

    /// <summary>What <see cref="TrainedModel.Figures"/> says of the minimisation: <c>Iterations</c>, and with early stopping <c>BestIteration</c>.</summary>
    public IReadOnlyDictionary<string, double> Figures => this.BestIteration is { } best
        ? new Dictionary<string, double> { ["Iterations"] = this.Iterations, ["BestIteration"] = best }
        : new Dictionary<string, double> { ["Iterations"] = this.Iterations };
}
