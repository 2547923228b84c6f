using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// e^margin − label · margin, the negative logarithm of a Poisson probability without its constant. The hessian e^(margin + 0.7) is larger than
/// the second derivative, which keeps steps from a small margin in bounds, as LightGBM's default does.
/// </summary>
internal readonly struct PoissonLoss : IScalarLoss
{
    // e^0.7
    private const double Caution = 2.0137527074704766;

    // Where every label is 0, the least margin that the start may be.
    private const double LeastMean = 1e-15;

    /// <inheritdoc/>
    public string Link => "exponential";

    /// <inheritdoc/>
    public double? LeafQuantile => null;

    /// <inheritdoc/>
    public double Start(ReadOnlySpan<double> labels, double[]? weights) =>
        DeterministicMath.Log(Math.Max(LeastMean, WeightedQuantile.Mean(labels, weights)));

    /// <inheritdoc/>
    public bool NeedsPower => true;

    /// <inheritdoc/>
    public double Exponent(double margin) => margin;

    /// <inheritdoc/>
    public double Evaluate(double margin, double label, double power, out double gradient, out double hessian, out double factor)
    {
        gradient = power - label;
        hessian = power * Caution;
        factor = 1;
        return power - (label * margin);
    }
}
