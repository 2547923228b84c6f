using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Features;

/// <summary>Mean and population standard deviation.</summary>
internal static class Moments
{
    /// <summary>
    /// Two passes, the second one corrected by its own mean (Chan, Golub and LeVeque 1983, equation 1.7). Values that are all equal give exactly
    /// that value and 0.
    /// </summary>
    /// <param name="values">At least one finite value; used as work space.</param>
    public static (double Mean, double Deviation) Of(double[] values)
    {
        if (Array.TrueForAll(values, value => value == values[0]))
        {
            return (values[0], 0);
        }

        double count = values.Length;
        double rough = EightLanes.Sum(values) / count;
        for (int index = 0; index < values.Length; index++)
        {
            values[index] -= rough;
        }

        double correction = EightLanes.Sum(values) / count;
        double variance = (EightLanes.Dot(values, values) / count) - (correction * correction);
        return (rough + correction, Math.Sqrt(Math.Max(variance, 0)));
    }
}
