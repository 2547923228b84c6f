using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>−ln of the label's probability, where 1 / (1 + e^−margin) is the probability of label 1.</summary>
internal readonly struct LogisticLoss : IScalarLoss
{
    private const double LeastProbability = 1e-15;

    /// <inheritdoc/>
    public string Link => "logistic";

    /// <inheritdoc/>
    public double? LeafQuantile => null;

    /// <inheritdoc/>
    public double Start(ReadOnlySpan<double> labels, double[]? weights)
    {
        double mean = Math.Clamp(WeightedQuantile.Mean(labels, weights), LeastProbability, 1 - LeastProbability);
        return DeterministicMath.Log(mean / (1 - mean));
    }

    /// <inheritdoc/>
    public bool NeedsPower => true;

    /// <inheritdoc/>
    public double Exponent(double margin) => -Math.Abs(margin);

    /// <inheritdoc/>
    public double Evaluate(double margin, double label, double power, out double gradient, out double hessian, out double factor)
    {
        double certain = 1 / (1 + power);
        double probability = margin < 0 ? power * certain : certain;
        gradient = probability - label;
        hessian = power * certain * certain;

        // ln(1 + e^margin) − label · margin = max(margin, 0) − label · margin + ln(1 + e^−|margin|).
        factor = 1 + power;
        return (margin > 0 ? margin : 0) - (label * margin);
    }
}
