using System.Runtime.CompilerServices;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>The rows of a tree, those of each leaf one after the other and in ascending order.</summary>
/// <param name="capacity">How many rows there can be.</param>
internal sealed class RowPartition(int capacity)
{
    private readonly int[] rows = new int[capacity];
    private readonly int[] buffer = new int[capacity];

    /// <summary>How many rows the tree has.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a tree.</summary>
    /// <param name="sample">Its rows, ascending.</param>
    public void Reset(ReadOnlySpan<int> sample)
    {
        sample.CopyTo(this.rows);
        this.Count = sample.Length;
    }

    /// <summary>A leaf's rows.</summary>
    public ReadOnlySpan<int> Rows(int begin, int count) => this.rows.AsSpan(begin, count);

    /// <summary>Parts a leaf's rows: those that go left first.</summary>
    /// <param name="matrix">The bins.</param>
    /// <param name="feature">The feature that decides.</param>
    /// <param name="goesLeft">For each of its bins 1 where it goes left, else 0.</param>
    /// <param name="begin">The leaf's first row.</param>
    /// <param name="count">How many rows it has.</param>
    /// <returns>How many go left.</returns>
    public int Split(BinnedMatrix matrix, int feature, ReadOnlySpan<byte> goesLeft, int begin, int count)
    {
        (BinnedGroup group, int shift) = matrix.Place(feature);
        Span<int> leaf = this.rows.AsSpan(begin, count);
        Span<int> right = this.buffer.AsSpan(0, count);
        int left = group.IsWide
            ? SplitWide(group.Wide, goesLeft, leaf, right)
            : SplitNarrow(group.Words, shift, goesLeft, leaf, right);
        right[..(count - left)].CopyTo(leaf[left..]);
        return left;
    }

    // Every row is written to both sides and only one of the places moves on: no branch depends on the data.
    private static int SplitNarrow(ReadOnlySpan<uint> words, int shift, ReadOnlySpan<byte> goesLeft, Span<int> leaf, Span<int> right)
    {
        Span<byte> table = stackalloc byte[byte.MaxValue + 1];
        goesLeft.CopyTo(table);
        ref byte decision = ref table[0];
        int left = 0;
        for (int index = 0; index < leaf.Length; index++)
        {
            int row = leaf[index];
            int isLeft = Unsafe.Add(ref decision, (byte)(words[row] >> shift));
            leaf[left] = row;
            right[index - left] = row;
            left += isLeft;
        }

        return left;
    }

    private static int SplitWide(ReadOnlySpan<ushort> bins, ReadOnlySpan<byte> goesLeft, Span<int> leaf, Span<int> right)
    {
        int left = 0;
        for (int index = 0; index < leaf.Length; index++)
        {
            int row = leaf[index];
            leaf[left] = row;
            right[index - left] = row;
            left += goesLeft[bins[row]];
        }

        return left;
    }
}
