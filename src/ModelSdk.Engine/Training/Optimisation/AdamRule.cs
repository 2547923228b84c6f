using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>
/// Adam (Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1): m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g²,
/// θ ← θ − η · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε).
/// </summary>
/// <param name="count">The number of parameters.</param>
/// <param name="settings">β₁, β₂ and ε.</param>
internal sealed class AdamRule(int count, OptimiserSettings settings) : IUpdateRule
{
    private readonly double[] mean = new double[count];
    private readonly double[] square = new double[count];
    private double power1 = 1;
    private double power2 = 1;

    /// <inheritdoc/>
    public void Apply(Span<double> parameters, ReadOnlySpan<double> gradient, double rate)
    {
        this.power1 *= settings.Beta1;
        this.power2 *= settings.Beta2;
        int whole = this.ApplyInVectors(parameters, gradient, rate);
        for (int index = whole; index < parameters.Length; index++)
        {
            double slope = gradient[index];
            double m = (settings.Beta1 * this.mean[index]) + ((1 - settings.Beta1) * slope);
            double v = (settings.Beta2 * this.square[index]) + ((1 - settings.Beta2) * (slope * slope));
            this.mean[index] = m;
            this.square[index] = v;
            parameters[index] -= rate * (m / (1 - this.power1)) / (Math.Sqrt(v / (1 - this.power2)) + settings.Epsilon);
        }
    }

    // The same operations on four parameters at a time; roots and quotients are exact to the last bit in vectors too.
    private int ApplyInVectors(Span<double> parameters, ReadOnlySpan<double> gradient, double rate)
    {
        Span<Vector256<double>> points = MemoryMarshal.Cast<double, Vector256<double>>(parameters);
        Span<Vector256<double>> means = MemoryMarshal.Cast<double, Vector256<double>>(this.mean.AsSpan());
        Span<Vector256<double>> squares = MemoryMarshal.Cast<double, Vector256<double>>(this.square.AsSpan());
        ReadOnlySpan<Vector256<double>> slopes = MemoryMarshal.Cast<double, Vector256<double>>(gradient);
        Vector256<double> correction1 = Vector256.Create(1 - this.power1);
        Vector256<double> correction2 = Vector256.Create(1 - this.power2);
        Vector256<double> epsilon = Vector256.Create(settings.Epsilon);
        for (int index = 0; index < points.Length; index++)
        {
            Vector256<double> slope = slopes[index];
            Vector256<double> m = (settings.Beta1 * means[index]) + ((1 - settings.Beta1) * slope);
            Vector256<double> v = (settings.Beta2 * squares[index]) + ((1 - settings.Beta2) * (slope * slope));
            means[index] = m;
            squares[index] = v;
            points[index] -= rate * (m / correction1) / (Vector256.Sqrt(v / correction2) + epsilon);
        }

        return points.Length * Vector256<double>.Count;
    }
}
