namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>How large a gradient is.</summary>
internal static class GradientNorm
{
    /// <summary>The largest absolute component; infinite where one is not a number.</summary>
    /// <param name="gradient">Any length.</param>
    public static double Largest(ReadOnlySpan<double> gradient)
    {
        double largest = 0;
        foreach (double component in gradient)
        {
            largest = Math.Abs(component) > largest || double.IsNaN(component) ? Math.Abs(component) : largest;
        }

        return double.IsNaN(largest) ? double.PositiveInfinity : largest;
    }
}
