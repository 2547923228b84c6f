using System.Runtime.Intrinsics;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// −ln of the label's probability, where class k has the probability e^margin(k) / Σ e^margin. The hessian is K / (K − 1) · p (1 − p): the diagonal
/// alone understates how the K trees of an iteration move each other's margins (Friedman, Hastie and Tibshirani, "Additive logistic regression",
/// 2000, algorithm 6).
/// </summary>
/// <param name="classes">K.</param>
/// <param name="labels">The classes' indices.</param>
/// <param name="weights">The rows' weights; null where all are 1.</param>
internal sealed class SoftmaxObjective(int classes, double[] labels, double[]? weights) : BoostingObjective
{
    private const double LeastProbability = 1e-15;
    private readonly double[] probabilities = new double[labels.Length * classes];

    /// <inheritdoc/>
    public override string Link => "softmax";

    /// <inheritdoc/>
    public override int OutputCount => classes;

    /// <inheritdoc/>
    public override double[] Start(int fitted)
    {
        double[] shares = new double[classes];
        double total = 0;
        for (int row = 0; row < fitted; row++)
        {
            shares[(int)labels[row]] += this.Weight(row);
            total += this.Weight(row);
        }

        return [.. shares.Select(share => DeterministicMath.Log(Math.Max(LeastProbability, share / total)))];
    }

    /// <inheritdoc/>
    public override double Differentiate(int output, int first, int end, double[] margins, Vector128<long>[] pairs)
    {
        double loss = output == 0 ? this.Prepare(first, end, margins) : 0;
        double factor = classes / (classes - 1.0);
        for (int row = first; row < end; row++)
        {
            double probability = this.probabilities[(row * classes) + output];
            double weight = this.Weight(row);
            double gradient = probability - (labels[row] == output ? 1 : 0);
            pairs[row] = Vector128.Create(weight * gradient, weight * factor * probability * (1 - probability)).AsInt64();
        }

        return loss;
    }

    /// <inheritdoc/>
    public override double Loss(int first, int end, double[] margins)
    {
        double sum = 0;
        for (int row = first; row < end; row++)
        {
            ReadOnlySpan<double> own = margins.AsSpan(row * classes, classes);
            sum += this.Weight(row) * (DeterministicMath.LogSumExp(own) - own[(int)labels[row]]);
        }

        return sum;
    }

    private double Weight(int row) => weights is null ? 1 : weights[row];

    private double Prepare(int first, int end, double[] margins)
    {
        double loss = 0;
        for (int row = first; row < end; row++)
        {
            Span<double> own = this.probabilities.AsSpan(row * classes, classes);
            margins.AsSpan(row * classes, classes).CopyTo(own);
            DeterministicMath.Softmax(own);
            loss -= this.Weight(row) * DeterministicMath.Log(Math.Max(double.Epsilon, own[(int)labels[row]]));
        }

        return loss;
    }
}
