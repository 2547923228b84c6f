using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>e^margin − label · margin: half the Poisson deviance, but for a term without the margin.</summary>
internal sealed class PoissonLoss : RowLoss
{
    /// <inheritdoc/>
    public override void Evaluate(Span<double> margins, ReadOnlySpan<double> targets, Span<double> losses)
    {
        for (int row = 0; row < margins.Length; row++)
        {
            double mean = DeterministicMath.Exp(margins[row]);
            losses[row] = mean - (targets[row] * margins[row]);
            margins[row] = mean - targets[row];
        }
    }
}
