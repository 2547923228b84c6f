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
        (double beta1, double beta2, double epsilon) = (settings.Beta1, settings.Beta2, settings.Epsilon);
        this.power1 *= beta1;
        this.power2 *= beta2;
        double correction1 = 1 - this.power1;
        double correction2 = 1 - this.power2;
        for (int index = 0; index < parameters.Length; index++)
        {
            double slope = gradient[index];
            double m = (beta1 * this.mean[index]) + ((1 - beta1) * slope);
            double v = (beta2 * this.square[index]) + ((1 - beta2) * (slope * slope));
            this.mean[index] = m;
            this.square[index] = v;
            parameters[index] -= rate * (m / correction1) / (Math.Sqrt(v / correction2) + epsilon);
        }
    }
}
