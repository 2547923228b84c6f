namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>The rows of a least-squares problem without their indicators: a constant 1, the dense columns, the label.</summary>
/// <param name="coordinates">What the values are measured in.</param>
/// <param name="width">The number of values of a row.</param>
internal abstract class RegressionPanel(Coordinates coordinates, int width)
{
    /// <summary>What the values are measured in.</summary>
    public Coordinates Coordinates { get; } = coordinates;

    /// <summary>The number of values of a row: the dense columns and two.</summary>
    public int Width { get; } = width;

    /// <summary>Reads the rows of a block of the design.</summary>
    /// <param name="block">The block.</param>
    /// <param name="values">Gets the rows, one after the other, <see cref="Width"/> values each.</param>
    public abstract void Fill(int block, Span<double> values);

    /// <summary>Turns rows into columns.</summary>
    /// <param name="values">Rows, one after the other.</param>
    /// <param name="rows">How many.</param>
    /// <param name="width">The values of a row.</param>
    /// <param name="columns">Gets the columns, one after the other.</param>
    public static void Transpose(ReadOnlySpan<double> values, int rows, int width, Span<double> columns)
    {
        const int Tile = 8;
        for (int start = 0; start < rows; start += Tile)
        {
            int end = Math.Min(rows, start + Tile);
            for (int column = 0; column < width; column++)
            {
                Span<double> target = columns.Slice((column * rows) + start, end - start);
                int source = (start * width) + column;
                for (int row = 0; row < target.Length; row++, source += width)
                {
                    target[row] = values[source];
                }
            }
        }
    }
}
