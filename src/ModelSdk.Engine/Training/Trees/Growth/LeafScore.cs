namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Value and gain of a leaf (Chen and Guestrin, "XGBoost", 2016, equations 5 to 7, with an L1 penalty): the value −T(G) / (H + L2), where T moves
/// G towards 0 by L1, kept within bounds where a monotone feature above it sets some.
/// </summary>
/// <param name="L1">The penalty of the value's magnitude.</param>
/// <param name="L2">The penalty of half its square.</param>
/// <param name="Lower">The least value.</param>
/// <param name="Upper">The greatest value.</param>
internal readonly record struct LeafScore(double L1, double L2, double Lower, double Upper)
{
    private bool IsPlain => this.L1 == 0 && this.Lower == double.NegativeInfinity && this.Upper == double.PositiveInfinity;

    /// <summary>The value that minimises the objective.</summary>
    /// <param name="gradient">The sum of the gradients.</param>
    /// <param name="hessian">The sum of the hessians.</param>
    public double Value(double gradient, double hessian)
    {
        double denominator = hessian + this.L2;
        double value = denominator > 0 ? -this.Shrunk(gradient) / denominator : 0;
        return Math.Min(Math.Max(value, this.Lower), this.Upper);
    }

    /// <summary>Twice what the value takes from the objective.</summary>
    /// <inheritdoc cref="Value" path="/param"/>
    public double Gain(double gradient, double hessian)
    {
        if (this.IsPlain)
        {
            return gradient * gradient / (hessian + this.L2);
        }

        double value = this.Value(gradient, hessian);
        return -((2 * this.Shrunk(gradient) * value) + ((hessian + this.L2) * value * value));
    }

    private double Shrunk(double gradient) => gradient > this.L1 ? gradient - this.L1 : gradient < -this.L1 ? gradient + this.L1 : 0;
}
