namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>Turns a gradient into a step. Keeps what it remembers of earlier steps.</summary>
internal interface IUpdateRule
{
    /// <summary>Takes a step.</summary>
    /// <param name="parameters">The point; moved.</param>
    /// <param name="gradient">The gradient there, or an estimate.</param>
    /// <param name="rate">The learning rate.</param>
    void Apply(Span<double> parameters, ReadOnlySpan<double> gradient, double rate);
}
