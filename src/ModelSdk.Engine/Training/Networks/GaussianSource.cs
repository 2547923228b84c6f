using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>Standard normal numbers by the polar method (Marsaglia and Bray, "A convenient method for generating normal variables", SIAM Review 6, 1964).</summary>
/// <param name="random">Draws.</param>
internal sealed class GaussianSource(SeededRandom random)
{
    private double? spare;

    /// <summary>The next number.</summary>
    public double Next()
    {
        if (this.spare is { } kept)
        {
            this.spare = null;
            return kept;
        }

        while (true)
        {
            double x = (2 * random.NextDouble()) - 1;
            double y = (2 * random.NextDouble()) - 1;
            double radius = (x * x) + (y * y);
            if (radius is > 0 and < 1)
            {
                double factor = Math.Sqrt(-2 * DeterministicMath.Log(radius) / radius);
                this.spare = y * factor;
                return x * factor;
            }
        }
    }
}
