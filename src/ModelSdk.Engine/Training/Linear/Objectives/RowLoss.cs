namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>The loss of single rows as a function of their margins.</summary>
internal abstract class RowLoss
{
    /// <summary>How many margins a row has.</summary>
    public virtual int Outputs => 1;

    /// <summary>Evaluates rows.</summary>
    /// <param name="margins">The rows' margins, output after output; replaced by the derivatives of the losses with respect to them.</param>
    /// <param name="targets">One value a row.</param>
    /// <param name="losses">Gets a loss for each row.</param>
    public abstract void Evaluate(Span<double> margins, ReadOnlySpan<double> targets, Span<double> losses);
}
