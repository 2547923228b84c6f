namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// The pinball loss of a quantile α, doubled: 2α · (label − margin) below the label, 2 (1 − α) · (margin − label) above it (Koenker and Bassett,
/// "Regression quantiles", 1978). With α = ½ it is the absolute error.
/// </summary>
/// <param name="quantile">α, above 0 and below 1.</param>
internal readonly struct QuantileLoss(double quantile) : IScalarLoss
{
    /// <inheritdoc/>
    public string Link => "identity";

    /// <inheritdoc/>
    public double? LeafQuantile => quantile;

    /// <inheritdoc/>
    public double Start(ReadOnlySpan<double> labels, double[]? weights) => WeightedQuantile.Of(labels, weights, quantile);

    /// <inheritdoc/>
    public bool NeedsPower => false;

    /// <inheritdoc/>
    public double Exponent(double margin) => 0;

    /// <inheritdoc/>
    public double Evaluate(double margin, double label, double power, out double gradient, out double hessian, out double factor)
    {
        double residual = label - margin;
        gradient = residual > 0 ? -2 * quantile : residual < 0 ? 2 * (1 - quantile) : 0;
        hessian = 1;
        factor = 1;
        return -residual * gradient;
    }
}
