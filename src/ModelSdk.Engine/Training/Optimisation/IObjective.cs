namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>A smooth function to minimise.</summary>
internal interface IObjective
{
    /// <summary>The number of parameters.</summary>
    int Count { get; }

    /// <summary>The value and the gradient at a point.</summary>
    /// <param name="parameters">The point.</param>
    /// <param name="gradient">Gets the gradient.</param>
    /// <returns>The value.</returns>
    double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient);
}
