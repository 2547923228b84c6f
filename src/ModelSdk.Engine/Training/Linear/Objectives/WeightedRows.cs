using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>Applies weights to losses and derivatives.</summary>
internal static class WeightedRows
{
    /// <summary>Multiplies each row's derivatives by its weight.</summary>
    /// <param name="derivatives">The derivatives, output after output; multiplied.</param>
    /// <param name="losses">A loss for each row.</param>
    /// <param name="weights">A weight for each row; empty where all count 1.</param>
    /// <returns>Σ weight · loss.</returns>
    public static double Apply(Span<double> derivatives, ReadOnlySpan<double> losses, ReadOnlySpan<double> weights)
    {
        if (weights.IsEmpty)
        {
            return EightLanes.Sum(losses);
        }

        for (int start = 0; start < derivatives.Length; start += weights.Length)
        {
            for (int row = 0; row < weights.Length; row++)
            {
                derivatives[start + row] *= weights[row];
            }
        }

        return EightLanes.Dot(weights, losses);
    }
}
