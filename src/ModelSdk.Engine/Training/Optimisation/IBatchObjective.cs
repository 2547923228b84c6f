namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>An objective that is a weighted mean of the rows' losses plus a penalty, so that some rows estimate it.</summary>
internal interface IBatchObjective : IObjective
{
    /// <summary>The number of rows.</summary>
    int RowCount { get; }

    /// <summary>The objective as some rows estimate it: Σ weight · loss over these rows, divided by their number times the mean weight of all rows, plus the penalty.</summary>
    /// <param name="parameters">The point.</param>
    /// <param name="rows">Some rows, at least one; a row may stand in it twice.</param>
    /// <param name="gradient">Gets the estimate's gradient.</param>
    /// <returns>The estimate.</returns>
    double EvaluateRows(ReadOnlySpan<double> parameters, ReadOnlySpan<int> rows, Span<double> gradient);

    /// <summary>Says in which blocks of the design the rows of the next calls lie, so that these may be read ahead.</summary>
    /// <param name="blocks">The blocks; none where that is open.</param>
    void Hold(IReadOnlyCollection<int> blocks)
    {
    }

    /// <summary>What some rows say of a point, for the decision when to stop: as <see cref="EvaluateRows"/> without what is only for training (penalty, dropout).</summary>
    /// <param name="parameters">The point.</param>
    /// <param name="rows">Some rows, at least one.</param>
    double EvaluateLoss(ReadOnlySpan<double> parameters, ReadOnlySpan<int> rows);
}
