namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// Minimises Σ weight · (label − intercept − Σ coefficient · column)² + penalty · Σ (coefficient · scale)², where a column's scale is what
/// standardisation divided it by.
/// </summary>
/// <param name="Data">Design, target and weights.</param>
/// <param name="Intercept">Whether there is an intercept; without it the prediction is 0 where every original value is 0.</param>
/// <param name="Penalty">At least 0; 0 for ordinary least squares.</param>
internal sealed record LeastSquaresProblem(TrainingData Data, bool Intercept, double Penalty)
{
    /// <summary>The number of columns of the design.</summary>
    public int Width => this.Data.Design.Width;

    /// <summary>The columns that hold a number in every row.</summary>
    public IReadOnlyList<int> DenseColumns => this.Data.Design.DenseColumns;

    /// <summary>Mean and population standard deviation of the labels that count.</summary>
    public (double Mean, double Deviation) Target { get; } = CountedLabels.Scale(Data);

    /// <summary>How many rows count at all.</summary>
    public int CountedRows => this.Data.Weights is null ? this.Data.Design.Rows : this.Data.Weights.Count(weight => weight > 0);

    /// <summary>A power of two near 1 / <paramref name="scale"/>, by which multiplication is exact.</summary>
    /// <param name="scale">Positive and finite, or 0 for 1.</param>
    public static double InversePowerOfTwo(double scale) => scale == 0 ? 1 : Math.ScaleB(1, -Math.ILogB(scale));
}
