using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>The last steps and changes of the gradient, from which L-BFGS estimates the curvature.</summary>
/// <param name="capacity">How many pairs are kept.</param>
internal sealed class CurvatureMemory(int capacity)
{
    private readonly List<(double[] Step, double[] Change, double Product)> pairs = [];

    /// <summary>Whether nothing is remembered.</summary>
    public bool IsEmpty => this.pairs.Count == 0;

    /// <summary>Forgets everything.</summary>
    public void Clear() => this.pairs.Clear();

    /// <summary>Remembers a pair, unless its curvature is not positive.</summary>
    /// <param name="step">The step.</param>
    /// <param name="change">The change of the gradient.</param>
    public void Add(double[] step, double[] change)
    {
        double product = EightLanes.Dot(step, change);
        if (product <= 1e-16 * EightLanes.Dot(change, change))
        {
            return;
        }

        if (this.pairs.Count == capacity)
        {
            this.pairs.RemoveAt(0);
        }

        this.pairs.Add((step, change, product));
    }

    /// <summary>The direction −H·gradient by the two-loop recursion (Nocedal and Wright, algorithm 7.4, with the scaling of equation 7.20).</summary>
    /// <param name="gradient">The gradient.</param>
    public double[] Direction(ReadOnlySpan<double> gradient)
    {
        double[] direction = new double[gradient.Length];
        EightLanes.AddScaled(-1, gradient, direction);
        double[] factors = new double[this.pairs.Count];
        for (int index = this.pairs.Count - 1; index >= 0; index--)
        {
            (double[] step, double[] change, double product) = this.pairs[index];
            factors[index] = EightLanes.Dot(step, direction) / product;
            EightLanes.AddScaled(-factors[index], change, direction);
        }

        this.Scale(direction);
        for (int index = 0; index < this.pairs.Count; index++)
        {
            (double[] step, double[] change, double product) = this.pairs[index];
            EightLanes.AddScaled(factors[index] - (EightLanes.Dot(change, direction) / product), step, direction);
        }

        return direction;
    }

    private void Scale(double[] direction)
    {
        if (this.IsEmpty)
        {
            return;
        }

        (_, double[] change, double product) = this.pairs[^1];
        double scale = product / EightLanes.Dot(change, change);
        for (int index = 0; index < direction.Length; index++)
        {
            direction[index] *= scale;
        }
    }
}
