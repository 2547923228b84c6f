namespace ModelSdk.Engine.Features;

/// <summary>
/// The encoded features of all training rows. The rows lie in blocks of <see cref="RowsPerBlock"/>, the last one shorter: what works in parallel
/// works on blocks and combines their results in block order, so that the number of threads does not show. Indicator columns, of which at most
/// one of a group is 1, are stored as the number of the column that is 1, so that a thousand categories cost four bytes a row.
/// </summary>
public sealed class DesignMatrix
{
    /// <summary>How many rows each block but the last has. Part of every trainer's arithmetic: another number would give other bits.</summary>
    public const int RowsPerBlock = 2048;

    private readonly double[][] dense;
    private readonly int[][] codes;

    /// <summary>Creates a matrix of zeros.</summary>
    /// <param name="rows">The number of rows, 0 or more.</param>
    /// <param name="width">The number of columns, 0 or more.</param>
    /// <param name="denseColumns">The columns that hold a number in every row, ascending.</param>
    /// <param name="codeCount">The number of groups of indicator columns.</param>
    public DesignMatrix(int rows, int width, IReadOnlyList<int> denseColumns, int codeCount)
    {
        this.Rows = rows;
        this.Width = width;
        this.DenseColumns = denseColumns;
        this.CodeCount = codeCount;
        int[] lengths = [.. Enumerable.Range(0, (rows + RowsPerBlock - 1) / RowsPerBlock).Select(this.RowsIn)];
        this.dense = [.. lengths.Select(length => new double[length * denseColumns.Count])];
        this.codes = [.. lengths.Select(length => new int[length * codeCount])];
    }

    /// <summary>Creates a matrix of zeros without indicator groups.</summary>
    /// <param name="rows">The number of rows, 0 or more.</param>
    /// <param name="width">The number of columns, 0 or more.</param>
    public DesignMatrix(int rows, int width)
        : this(rows, width, [.. Enumerable.Range(0, width)], 0)
    {
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns, those of indicator groups included.</summary>
    public int Width { get; }

    /// <summary>The columns that hold a number in every row, ascending.</summary>
    public IReadOnlyList<int> DenseColumns { get; }

    /// <summary>The number of columns that hold a number in every row.</summary>
    public int DenseWidth => this.DenseColumns.Count;

    /// <summary>The number of groups of indicator columns.</summary>
    public int CodeCount { get; }

    /// <summary>The number of blocks.</summary>
    public int BlockCount => this.dense.Length;

    /// <summary>How many rows a block has.</summary>
    /// <param name="block">A block, from 0.</param>
    public int RowsIn(int block) => Math.Min(RowsPerBlock, this.Rows - (block * RowsPerBlock));

    /// <summary>The numbers of a block: its rows one after the other, <see cref="DenseWidth"/> values each.</summary>
    /// <param name="block">A block, from 0.</param>
    public Span<double> Dense(int block) => this.dense[block];

    /// <summary>The indicators of a block: its rows one after the other, <see cref="CodeCount"/> values each: the column that is 1, or −1 where none is.</summary>
    /// <param name="block">A block, from 0.</param>
    public Span<int> Codes(int block) => this.codes[block];

    /// <summary>The numbers of a row.</summary>
    /// <param name="row">A row, from 0.</param>
    public Span<double> DenseRow(int row) => this.dense[row / RowsPerBlock].AsSpan(row % RowsPerBlock * this.DenseWidth, this.DenseWidth);

    /// <summary>The indicators of a row.</summary>
    /// <param name="row">A row, from 0.</param>
    public Span<int> CodeRow(int row) => this.codes[row / RowsPerBlock].AsSpan(row % RowsPerBlock * this.CodeCount, this.CodeCount);

    /// <summary>Writes a row with all its columns, indicators as 0 and 1.</summary>
    /// <param name="row">A row, from 0.</param>
    /// <param name="columns">Gets <see cref="Width"/> values.</param>
    public void Expand(int row, Span<double> columns)
    {
        columns.Clear();
        ReadOnlySpan<double> numbers = this.DenseRow(row);
        for (int index = 0; index < numbers.Length; index++)
        {
            columns[this.DenseColumns[index]] = numbers[index];
        }

        foreach (int code in this.CodeRow(row))
        {
            if (code >= 0)
            {
                columns[code] = 1;
            }
        }
    }
}
