using System.Runtime.CompilerServices;
using ModelSdk.Engine.Features;

namespace ModelSdk.LightGbm.Native;

/// <summary>Copies of rows in blocks that the garbage collector does not move.</summary>
internal sealed class RowBlocks
{
    // A block stays far below the longest array at any number of columns that fits in memory.
    private const int RowsPerBlock = 1 << 14;
    private readonly double[][] blocks;

    /// <summary>Copies rows of a design.</summary>
    /// <param name="design">The design, in native form.</param>
    /// <param name="categorical">For each column, whether it holds codes: a negative one, the unknown category, becomes NaN, which LightGBM takes for the same.</param>
    /// <param name="rows">The rows.</param>
    public RowBlocks(DesignMatrix design, bool[] categorical, int[] rows)
    {
        this.Columns = design.DenseWidth;
        this.Rows = [.. rows.Chunk(RowsPerBlock).Select(block => block.Length)];
        this.blocks = [.. rows.Chunk(RowsPerBlock).Select(block => Copy(design, categorical, block))];
    }

    /// <summary>How many rows each block has.</summary>
    public int[] Rows { get; }

    /// <summary>How many values a row has.</summary>
    public int Columns { get; }

    /// <summary>Where the blocks are, row after row; valid while this object lives.</summary>
    public unsafe nint[] Addresses => [.. this.blocks.Select(block => (nint)Unsafe.AsPointer(ref block[0]))];

    private static double[] Copy(DesignMatrix design, bool[] categorical, int[] rows)
    {
        int width = design.DenseWidth;
        double[] block = GC.AllocateUninitializedArray<double>(rows.Length * width, pinned: true);
        for (int index = 0; index < rows.Length; index++)
        {
            Span<double> copy = block.AsSpan(index * width, width);
            design.DenseRow(rows[index]).CopyTo(copy);
            for (int column = 0; column < width; column++)
            {
                copy[column] = categorical[column] && copy[column] < 0 ? double.NaN : copy[column];
            }
        }

        return block;
    }
}
