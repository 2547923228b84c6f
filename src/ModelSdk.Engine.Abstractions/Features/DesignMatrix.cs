namespace ModelSdk.Engine.Features;

/// <summary>
/// The encoded features of all training rows. The rows lie in blocks of <see cref="RowsPerBlock"/>, the last one shorter: what works in parallel
/// works on blocks and combines their results in block order, so that the number of threads does not show. Indicator columns, of which at most
/// one of a group is 1, are stored as the number of the column that is 1, so that a thousand categories cost four bytes a row.
/// A streamed design encodes a block whenever it is asked for; both kinds hold the same numbers.
/// </summary>
public sealed class DesignMatrix
{
    /// <summary>How many rows each block but the last has. Part of every trainer's arithmetic: another number would give other bits.</summary>
    public const int RowsPerBlock = 2048;

    private readonly DesignBlock[] blocks;
    private readonly StreamedBlocks? streamed;

    /// <summary>Creates a matrix of zeros.</summary>
    /// <param name="rows">The number of rows, 0 or more.</param>
    /// <param name="width">The number of columns, 0 or more.</param>
    /// <param name="denseColumns">The columns that hold a number in every row, ascending.</param>
    /// <param name="codeCount">The number of groups of indicator columns.</param>
    public DesignMatrix(int rows, int width, IReadOnlyList<int> denseColumns, int codeCount)
        : this(rows, width, denseColumns, codeCount, null)
    {
    }

    /// <summary>Creates a matrix of zeros without indicator groups.</summary>
    /// <param name="rows">The number of rows, 0 or more.</param>
    /// <param name="width">The number of columns, 0 or more.</param>
    public DesignMatrix(int rows, int width)
        : this(rows, width, [.. Enumerable.Range(0, width)], 0)
    {
    }

    private DesignMatrix(int rows, int width, IReadOnlyList<int> denseColumns, int codeCount, Action<int, DesignBlock>? encode)
    {
        this.Rows = rows;
        this.Width = width;
        this.DenseColumns = denseColumns;
        this.CodeCount = codeCount;
        this.streamed = encode is null ? null : new StreamedBlocks(this.BlockCount, this.NewBlock, encode);
        this.blocks = encode is null ? [.. Enumerable.Range(0, this.BlockCount).Select(this.NewBlock)] : [];
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
    public int BlockCount => (this.Rows + RowsPerBlock - 1) / RowsPerBlock;

    /// <summary>
    /// Whether blocks are encoded when they are asked for. Then what a thread got of a block is valid until it asks for another one, unless the
    /// block is held (<see cref="Hold"/>), and changing it changes nothing.
    /// </summary>
    public bool IsStreamed => this.streamed is not null;

    /// <summary>Creates a streamed design.</summary>
    /// <param name="rows">The number of rows, 0 or more.</param>
    /// <param name="width">The number of columns, 0 or more.</param>
    /// <param name="denseColumns">The columns that hold a number in every row, ascending.</param>
    /// <param name="codeCount">The number of groups of indicator columns.</param>
    /// <param name="encode">Writes a block, from 0, into memory of its length; called by several threads.</param>
    public static DesignMatrix Streamed(int rows, int width, IReadOnlyList<int> denseColumns, int codeCount, Action<int, DesignBlock> encode) =>
        new(rows, width, denseColumns, codeCount, encode);

    /// <summary>How many rows a block has.</summary>
    /// <param name="block">A block, from 0.</param>
    public int RowsIn(int block) => Math.Min(RowsPerBlock, this.Rows - (block * RowsPerBlock));

    /// <summary>The numbers of a block: its rows one after the other, <see cref="DenseWidth"/> values each.</summary>
    /// <param name="block">A block, from 0.</param>
    public Span<double> Dense(int block) => this.Block(block).Dense;

    /// <summary>The indicators of a block: its rows one after the other, <see cref="CodeCount"/> values each: the column that is 1, or −1 where none is.</summary>
    /// <param name="block">A block, from 0.</param>
    public Span<int> Codes(int block) => this.Block(block).Codes;

    /// <summary>The numbers of a row.</summary>
    /// <param name="row">A row, from 0.</param>
    public Span<double> DenseRow(int row) => this.Block(row / RowsPerBlock).Dense.AsSpan(row % RowsPerBlock * this.DenseWidth, this.DenseWidth);

    /// <summary>The indicators of a row.</summary>
    /// <param name="row">A row, from 0.</param>
    public Span<int> CodeRow(int row) => this.Block(row / RowsPerBlock).Codes.AsSpan(row % RowsPerBlock * this.CodeCount, this.CodeCount);

    /// <summary>Of a streamed design: encodes some blocks and keeps them, and no other, until the next call, so that their rows may be read in any order. Otherwise nothing.</summary>
    /// <param name="held">The blocks; none to keep no block.</param>
    /// <param name="threads">How many threads may encode at a time.</param>
    public void Hold(IReadOnlyCollection<int> held, int threads) => this.streamed?.Hold(held, threads);

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

    private DesignBlock Block(int block) => this.streamed is null ? this.blocks[block] : this.streamed.Get(block);

    private DesignBlock NewBlock(int block) => new(new double[this.RowsIn(block) * this.DenseWidth], new int[this.RowsIn(block) * this.CodeCount]);
}
