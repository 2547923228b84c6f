namespace ModelSdk.Engine.Features;

/// <summary>
/// The encoded features of all training rows. The rows lie in blocks of <see cref="RowsPerBlock"/>, the last one shorter: what works in parallel
/// works on blocks and combines their results in block order, so that the number of threads does not show.
/// </summary>
public sealed class DesignMatrix
{
    /// <summary>How many rows each block but the last has. Part of every trainer's arithmetic: another number would give other bits.</summary>
    public const int RowsPerBlock = 2048;

    private readonly double[][] blocks;

    /// <summary>Creates a matrix of zeros.</summary>
    /// <param name="rows">The number of rows, 0 or more.</param>
    /// <param name="width">The number of columns, 0 or more.</param>
    public DesignMatrix(int rows, int width)
    {
        this.Rows = rows;
        this.Width = width;
        this.blocks = [.. Enumerable.Range(0, (rows + RowsPerBlock - 1) / RowsPerBlock).Select(block => new double[this.RowsIn(block) * width])];
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Width { get; }

    /// <summary>The number of blocks.</summary>
    public int BlockCount => this.blocks.Length;

    /// <summary>How many rows a block has.</summary>
    /// <param name="block">A block, from 0.</param>
    public int RowsIn(int block) => Math.Min(RowsPerBlock, this.Rows - (block * RowsPerBlock));

    /// <summary>The values of a block: its rows one after the other, <see cref="Width"/> values each.</summary>
    /// <param name="block">A block, from 0.</param>
    public Span<double> Block(int block) => this.blocks[block];

    /// <summary>The values of a row.</summary>
    /// <param name="row">A row, from 0.</param>
    public Span<double> Row(int row) => this.blocks[row / RowsPerBlock].AsSpan(row % RowsPerBlock * this.Width, this.Width);
}
