namespace ModelSdk.Runtime.Kernels;

/// <summary>Thresholds of values that are rounded to 32-bit floats before they are compared.</summary>
internal static class TreeThreshold
{
    // Halfway between the greatest float and 2^128; what lies there or beyond rounds to infinity.
    private const double Overflow = 3.4028235677973366e+38;

    /// <summary>
    /// The greatest double that rounds to no more than a float: value ≤ the result exactly where (float)value ≤ threshold, so that prediction
    /// need not round. Halfway between two floats a double rounds to the one with an even significand (IEEE 754).
    /// </summary>
    /// <param name="threshold">A float, not NaN.</param>
    public static double Widen(float threshold)
    {
        if (float.IsInfinity(threshold))
        {
            return threshold > 0 ? threshold : -Overflow;
        }

        double halfway = threshold == float.MaxValue ? Overflow : threshold + (((double)MathF.BitIncrement(threshold) - threshold) / 2);
        return (float)halfway <= threshold ? halfway : Math.BitDecrement(halfway);
    }
}
