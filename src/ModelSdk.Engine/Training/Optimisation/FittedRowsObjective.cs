namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>An objective over some of its rows.</summary>
/// <param name="objective">The objective over all rows.</param>
/// <param name="rows">The rows that count.</param>
internal sealed class FittedRowsObjective(IBatchObjective objective, int[] rows) : IObjective
{
    /// <inheritdoc/>
    public int Count => objective.Count;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient) => objective.EvaluateRows(parameters, rows, gradient);
}
