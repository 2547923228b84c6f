using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Runtime.Features;

/// <summary>Arithmetic on feature values.</summary>
public static class FeatureNumber
{
    // The product of two such numbers, and sums of many, are finite.
    private const double Largest = 1e150;

    /// <summary>sign(x) · ln(1 + |x|).</summary>
    /// <param name="value">Any number.</param>
    public static double SignedLog(double value) => value < 0 ? -DeterministicMath.LogP1(-value) : DeterministicMath.LogP1(value);

    /// <summary>A scaled value, at most 10^150 in size, so that no value far outside the training rows makes an infinity.</summary>
    /// <param name="value">Any number; NaN stays.</param>
    public static double Bounded(double value) => Math.Clamp(value, -Largest, Largest);
}
