using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>−ln of the probability of the row's class, P(k) = e^margin_k / Σ e^margin.</summary>
/// <param name="classes">The number of classes.</param>
internal sealed class SoftmaxLoss(int classes) : RowLoss
{
    /// <inheritdoc/>
    public override int Outputs => classes;

    /// <inheritdoc/>
    public override void Evaluate(Span<double> margins, ReadOnlySpan<double> targets, Span<double> losses)
    {
        int rows = targets.Length;
        Span<double> own = new double[classes];
        for (int row = 0; row < rows; row++)
        {
            for (int output = 0; output < classes; output++)
            {
                own[output] = margins[(output * rows) + row];
            }

            losses[row] = Loss(own, (int)targets[row]);
            for (int output = 0; output < classes; output++)
            {
                margins[(output * rows) + row] = own[output];
            }
        }
    }

    // Replaces margins by P − indicator of the row's class.
    private static double Loss(Span<double> margins, int target)
    {
        double largest = double.NegativeInfinity;
        foreach (double margin in margins)
        {
            largest = Math.Max(largest, margin);
        }

        double own = margins[target] - largest;
        double sum = 0;
        for (int output = 0; output < margins.Length; output++)
        {
            margins[output] = DeterministicMath.Exp(margins[output] - largest);
            sum += margins[output];
        }

        for (int output = 0; output < margins.Length; output++)
        {
            margins[output] /= sum;
        }

        margins[target] -= 1;
        return DeterministicMath.Log(sum) - own;
    }
}
