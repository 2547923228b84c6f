using System.Runtime.Intrinsics;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>An objective with one margin.</summary>
/// <param name="loss">The loss of a row; a struct, so that the loop over rows calls nothing.</param>
/// <param name="labels">The labels.</param>
/// <param name="weights">The rows' weights; null where all are 1.</param>
/// <typeparam name="TLoss">The loss.</typeparam>
internal sealed class ScalarObjective<TLoss>(TLoss loss, double[] labels, double[]? weights) : BoostingObjective
    where TLoss : struct, IScalarLoss
{
    // The product of so many factors of at most 2 stays finite.
    private const int RowsAtOnce = 512;

    /// <inheritdoc/>
    public override string Link => loss.Link;

    /// <inheritdoc/>
    public override int OutputCount => 1;

    /// <inheritdoc/>
    public override double? LeafQuantile => loss.LeafQuantile;

    /// <inheritdoc/>
    public override double[] Start(int fitted) => [loss.Start(labels.AsSpan(0, fitted), weights)];

    /// <inheritdoc/>
    public override double Differentiate(int output, int first, int end, double[] margins, Vector128<long>[] pairs)
    {
        Span<double> powers = stackalloc double[RowsAtOnce];
        double sum = 0;
        for (; first < end; first += RowsAtOnce)
        {
            int stop = Math.Min(end, first + RowsAtOnce);
            this.Raise(first, stop, margins, powers);
            sum += weights is null ? this.Unweighted(first, stop, margins, powers, pairs) : this.Weighted(first, stop, margins, powers, pairs);
        }

        return sum;
    }

    /// <inheritdoc/>
    public override double Loss(int first, int end, double[] margins)
    {
        double sum = 0;
        for (int row = first; row < end; row++)
        {
            double power = loss.NeedsPower ? DeterministicMath.Exp(loss.Exponent(margins[row])) : 0;
            double part = loss.Evaluate(margins[row], labels[row], power, out _, out _, out double factor);
            sum += (part + DeterministicMath.Log(factor)) * (weights is null ? 1 : weights[row]);
        }

        return sum;
    }

    private void Raise(int first, int stop, double[] margins, Span<double> powers)
    {
        if (!loss.NeedsPower)
        {
            return;
        }

        Span<double> own = powers[..(stop - first)];
        for (int index = 0; index < own.Length; index++)
        {
            own[index] = loss.Exponent(margins[first + index]);
        }

        DeterministicMath.Exp(own, own);
    }

    private double Unweighted(int first, int stop, double[] margins, ReadOnlySpan<double> powers, Vector128<long>[] pairs)
    {
        TLoss function = loss;
        double sum = 0;
        double product = 1;
        for (int row = first; row < stop; row++)
        {
            sum += function.Evaluate(margins[row], labels[row], powers[row - first], out double gradient, out double hessian, out double factor);
            product *= factor;
            pairs[row] = Vector128.Create(gradient, hessian).AsInt64();
        }

        return sum + DeterministicMath.Log(product);
    }

    private double Weighted(int first, int stop, double[] margins, ReadOnlySpan<double> powers, Vector128<long>[] pairs)
    {
        TLoss function = loss;
        double sum = 0;
        for (int row = first; row < stop; row++)
        {
            double weight = weights![row];
            double part = function.Evaluate(margins[row], labels[row], powers[row - first], out double gradient, out double hessian, out double factor);
            sum += weight * (part + DeterministicMath.Log(factor));
            pairs[row] = Vector128.Create(weight * gradient, weight * hessian).AsInt64();
        }

        return sum;
    }
}
