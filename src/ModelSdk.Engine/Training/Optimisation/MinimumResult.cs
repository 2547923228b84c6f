namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>Where a minimisation ended.</summary>
/// <param name="Parameters">The best point.</param>
/// <param name="Gradient">The largest absolute component of the gradient there.</param>
/// <param name="Converged">Whether that is within the tolerance.</param>
/// <param name="Convergence">The objective at the start and after each iteration.</param>
internal sealed record MinimumResult(double[] Parameters, double Gradient, bool Converged, IReadOnlyList<ConvergencePoint> Convergence);
