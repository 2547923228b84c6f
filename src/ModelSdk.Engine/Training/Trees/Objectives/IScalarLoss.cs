namespace ModelSdk.Engine.Training.Trees;

/// <summary>The loss of one margin against one label.</summary>
internal interface IScalarLoss
{
    /// <summary>What turns the margin into a score.</summary>
    string Link { get; }

    /// <summary>Leaves get this quantile of their rows' residuals instead of a Newton step; null for Newton steps.</summary>
    double? LeafQuantile { get; }

    /// <summary>The constant margin to begin with.</summary>
    /// <param name="labels">The labels of the fitted rows.</param>
    /// <param name="weights">Their weights; null where all are 1.</param>
    double Start(ReadOnlySpan<double> labels, double[]? weights);

    /// <summary>Whether <see cref="Evaluate"/> needs the power e^<see cref="Exponent"/>, which is computed for many rows at once.</summary>
    bool NeedsPower { get; }

    /// <summary>The exponent of that power.</summary>
    /// <param name="margin">The margin.</param>
    double Exponent(double margin);

    /// <summary>Loss and derivatives by the margin. The loss is the result plus the logarithm of <paramref name="factor"/>, which is from 1 to 2.</summary>
    /// <param name="margin">The margin.</param>
    /// <param name="label">The label.</param>
    /// <param name="power">e^<see cref="Exponent"/>, where it is needed.</param>
    /// <param name="gradient">Gets the first derivative.</param>
    /// <param name="hessian">Gets the second derivative, or what stands in for it; not negative.</param>
    /// <param name="factor">Gets what the logarithm is still to be taken of: of many rows' product at once.</param>
    double Evaluate(double margin, double label, double power, out double gradient, out double hessian, out double factor);
}
