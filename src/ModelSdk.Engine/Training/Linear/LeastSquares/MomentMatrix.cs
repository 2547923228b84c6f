namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// The weighted sums of products of all pairs of [constant | columns of the design | label], in double-double: a square, row after row, of which
/// the upper triangle is meant.
/// </summary>
/// <param name="width">The number of columns of the design.</param>
internal sealed class MomentMatrix(int width)
{
    /// <summary>The number of rows: the constant is 0, column j of the design j + 1, the label the last.</summary>
    public int Order { get; } = width + 2;

    /// <summary>The high parts.</summary>
    public double[] High { get; } = new double[(width + 2) * (width + 2)];

    /// <summary>The low parts.</summary>
    public double[] Low { get; } = new double[(width + 2) * (width + 2)];

    /// <summary>One sum.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column, at least <paramref name="row"/>.</param>
    public DoubleDouble this[int row, int column]
    {
        get => new(this.High[(row * this.Order) + column], this.Low[(row * this.Order) + column]);
        set => (this.High[(row * this.Order) + column], this.Low[(row * this.Order) + column]) = (value.High, value.Low);
    }

    /// <summary>One sum, whichever of the two comes first.</summary>
    /// <param name="first">A row.</param>
    /// <param name="second">A column.</param>
    /// <param name="value">The sum.</param>
    public void Set(int first, int second, DoubleDouble value) => this[Math.Min(first, second), Math.Max(first, second)] = value;

    /// <summary>Where the values of a panel stand: the constant, the dense columns, the label.</summary>
    /// <param name="denseColumns">The dense columns of the design.</param>
    public int[] Places(IReadOnlyList<int> denseColumns) => [0, .. denseColumns.Select(column => column + 1), this.Order - 1];
}
