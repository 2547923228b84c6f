namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>
/// q · (label − margin) where the label is greater, (1 − q) · (margin − label) else: least where the margin is the quantile q (Koenker and Bassett,
/// "Regression quantiles", 1978). Where both are equal the derivative is taken as 0.
/// </summary>
/// <param name="quantile">q, from above 0 to below 1.</param>
internal sealed class PinballLoss(double quantile) : RowLoss
{
    /// <inheritdoc/>
    public override void Evaluate(Span<double> margins, ReadOnlySpan<double> targets, Span<double> losses)
    {
        for (int row = 0; row < margins.Length; row++)
        {
            double difference = targets[row] - margins[row];
            losses[row] = difference > 0 ? quantile * difference : (quantile - 1) * difference;
            margins[row] = difference > 0 ? -quantile : difference < 0 ? 1 - quantile : 0;
        }
    }
}
