namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>The solution of a least-squares problem.</summary>
/// <param name="Intercept">The intercept on the standardised scale.</param>
/// <param name="Coefficients">One for each column of the design, on the standardised scale.</param>
/// <param name="Dependent">The columns that are linear combinations of the constant and of earlier columns; constant columns are not among them.</param>
internal sealed record LeastSquaresFit(double Intercept, double[] Coefficients, IReadOnlyList<int> Dependent)
{
    /// <summary>How certain intercept and coefficients are, in original units; empty where a penalty biases them.</summary>
    public IReadOnlyList<CoefficientStatistic> Statistics { get; init; } = [];

    /// <summary>What describes the fit.</summary>
    public IReadOnlyDictionary<string, double> Figures { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether the products were summed in double-double.</summary>
    public bool IsExact { get; init; }
}
