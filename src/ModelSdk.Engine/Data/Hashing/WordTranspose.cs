using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelSdk.Engine.Data;

/// <summary>Turns rows of big-endian 32-bit words into columns, eight by eight.</summary>
internal static class WordTranspose
{
    /// <summary>The rows and columns of a square.</summary>
    public const int Size = 8;

    /// <summary>Whether this machine has the instructions.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>Writes word <c>w</c> of row <c>r</c> to column <c>w</c>, place <c>r</c>.</summary>
    /// <param name="rows">Eight rows of eight words, one every <paramref name="rowStride"/> bytes.</param>
    /// <param name="rowStride">Bytes from one row to the next.</param>
    /// <param name="columns">Gets eight columns of eight words, one every <paramref name="columnStride"/> words.</param>
    /// <param name="columnStride">Words from one column to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(ReadOnlySpan<byte> rows, int rowStride, Span<uint> columns, int columnStride)
    {
        Vector256<uint> row0 = Load(rows, 0), row1 = Load(rows, rowStride), row2 = Load(rows, 2 * rowStride), row3 = Load(rows, 3 * rowStride);
        Vector256<uint> row4 = Load(rows, 4 * rowStride), row5 = Load(rows, 5 * rowStride), row6 = Load(rows, 6 * rowStride), row7 = Load(rows, 7 * rowStride);
        WriteFour(row0, row1, row2, row3, row4, row5, row6, row7, columns, columnStride, first: true);
        WriteFour(row0, row1, row2, row3, row4, row5, row6, row7, columns, columnStride, first: false);
    }

    // Unpacking takes the first or the second pair of words of each half: columns 0, 1, 4, 5 or 2, 3, 6, 7.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteFour(
        Vector256<uint> row0, Vector256<uint> row1, Vector256<uint> row2, Vector256<uint> row3, Vector256<uint> row4, Vector256<uint> row5, Vector256<uint> row6, Vector256<uint> row7,
        Span<uint> columns, int stride, bool first)
    {
        Vector256<ulong> pair01 = Unpack(row0, row1, first), pair23 = Unpack(row2, row3, first), pair45 = Unpack(row4, row5, first), pair67 = Unpack(row6, row7, first);
        int column = first ? 0 : 2;
        WriteTwo(Avx2.UnpackLow(pair01, pair23), Avx2.UnpackLow(pair45, pair67), columns, column, stride);
        WriteTwo(Avx2.UnpackHigh(pair01, pair23), Avx2.UnpackHigh(pair45, pair67), columns, column + 1, stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Unpack(Vector256<uint> upper, Vector256<uint> lower, bool first) =>
        (first ? Avx2.UnpackLow(upper, lower) : Avx2.UnpackHigh(upper, lower)).AsUInt64();

    // The low halves are one column, the high halves the one four further.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteTwo(Vector256<ulong> upper, Vector256<ulong> lower, Span<uint> columns, int column, int stride)
    {
        Avx2.Permute2x128(upper, lower, 0x20).AsUInt32().CopyTo(columns[(column * stride)..]);
        Avx2.Permute2x128(upper, lower, 0x31).AsUInt32().CopyTo(columns[((column + 4) * stride)..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Load(ReadOnlySpan<byte> rows, int start)
    {
        Vector256<byte> words = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(rows), (nuint)start);
        Vector256<byte> order = Vector256.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
        return Avx2.Shuffle(words, order).AsUInt32();
    }
}
