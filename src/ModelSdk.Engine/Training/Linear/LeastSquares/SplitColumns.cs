namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>Columns whose values are split into halves of 26 bits, so that products of halves are exact; padded with zeros to whole groups of eight lanes.</summary>
internal sealed class SplitColumns
{
    private const int Lanes = 8;

    private readonly int stride;
    private readonly double[] high;
    private readonly double[] low;
    private readonly double[] rest;

    /// <summary>Creates columns of zeros.</summary>
    /// <param name="width">The number of columns.</param>
    /// <param name="rows">The most rows that a column may get.</param>
    public SplitColumns(int width, int rows)
    {
        this.stride = Padded(rows);
        this.high = new double[width * this.stride];
        this.low = new double[width * this.stride];
        this.rest = new double[width * this.stride];
    }

    /// <summary>The number of rows, zeros included.</summary>
    /// <param name="rows">The number of rows.</param>
    public static int Padded(int rows) => (rows + Lanes - 1) / Lanes * Lanes;

    /// <summary>Sets a column to values times weights.</summary>
    /// <param name="column">Which.</param>
    /// <param name="values">The values.</param>
    /// <param name="weights">One for each value; empty for 1. What rounding takes from a product is kept.</param>
    public void Set(int column, ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        int start = column * this.stride;
        int padded = Padded(values.Length);
        this.high.AsSpan(start, padded).Clear();
        this.low.AsSpan(start, padded).Clear();
        this.rest.AsSpan(start, padded).Clear();
        for (int row = 0; row < values.Length; row++)
        {
            DoubleDouble value = weights.IsEmpty ? values[row] : DoubleDouble.Product(weights[row], values[row]);
            double shifted = DoubleDouble.Splitter * value.High;
            this.high[start + row] = shifted - (shifted - value.High);
            this.low[start + row] = value.High - this.high[start + row];
            this.rest[start + row] = value.Low;
        }
    }

    /// <summary>The leading halves.</summary>
    public ReadOnlySpan<double> High(int column, int count) => this.high.AsSpan(column * this.stride, count);

    /// <summary>The trailing halves.</summary>
    public ReadOnlySpan<double> Low(int column, int count) => this.low.AsSpan(column * this.stride, count);

    /// <summary>What a double cannot hold of the products with weights.</summary>
    public ReadOnlySpan<double> Rest(int column, int count) => this.rest.AsSpan(column * this.stride, count);
}
