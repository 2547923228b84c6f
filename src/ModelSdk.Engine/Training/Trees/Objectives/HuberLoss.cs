namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Half the squared error up to δ, beyond it δ · (|error| − δ / 2) (Huber, "Robust estimation of a location parameter", 1964).
/// </summary>
/// <param name="delta">δ, above 0.</param>
internal readonly struct HuberLoss(double delta) : IScalarLoss
{
    /// <inheritdoc/>
    public string Link => "identity";

    /// <inheritdoc/>
    public double? LeafQuantile => null;

    /// <inheritdoc/>
    public double Start(ReadOnlySpan<double> labels, double[]? weights) => WeightedQuantile.Of(labels, weights, 0.5);

    /// <inheritdoc/>
    public bool NeedsPower => false;

    /// <inheritdoc/>
    public double Exponent(double margin) => 0;

    /// <inheritdoc/>
    public double Evaluate(double margin, double label, double power, out double gradient, out double hessian, out double factor)
    {
        double error = margin - label;
        gradient = Math.Clamp(error, -delta, delta);
        hessian = 1;
        factor = 1;
        return gradient * (error - (gradient / 2));
    }
}
