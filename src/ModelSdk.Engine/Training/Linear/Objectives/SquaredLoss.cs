namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>½ (margin − label)².</summary>
internal sealed class SquaredLoss : RowLoss
{
    /// <inheritdoc/>
    public override void Evaluate(Span<double> margins, ReadOnlySpan<double> targets, Span<double> losses)
    {
        for (int row = 0; row < margins.Length; row++)
        {
            double difference = margins[row] - targets[row];
            margins[row] = difference;
            losses[row] = 0.5 * difference * difference;
        }
    }
}
