namespace ModelSdk.Engine.Training.Trees;

/// <summary>(margin − label)² / 2.</summary>
internal readonly struct SquaredLoss : IScalarLoss
{
    /// <inheritdoc/>
    public string Link => "identity";

    /// <inheritdoc/>
    public double? LeafQuantile => null;

    /// <inheritdoc/>
    public double Start(ReadOnlySpan<double> labels, double[]? weights) => WeightedQuantile.Mean(labels, weights);

    /// <inheritdoc/>
    public bool NeedsPower => false;

    /// <inheritdoc/>
    public double Exponent(double margin) => 0;

    /// <inheritdoc/>
    public double Evaluate(double margin, double label, double power, out double gradient, out double hessian, out double factor)
    {
        gradient = margin - label;
        hessian = 1;
        factor = 1;
        return gradient * gradient / 2;
    }
}
