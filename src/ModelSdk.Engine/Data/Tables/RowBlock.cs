using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace ModelSdk.Engine.Data;

/// <summary>
/// The fields of up to 64 rows, each followed by a byte FF, which no UTF-8 text holds: the form in which <see cref="DataDigest"/> hashes them.
/// Columns and holdout hashes look at the same bytes. For one thread.
/// </summary>
internal sealed class RowBlock
{
    private const byte FieldEnd = 0xFF;
    private readonly int rowsInBlock;
    private readonly int[] ends;
    private readonly List<byte> digests = [];
    private byte[] bytes = new byte[1 << 14];
    private int count;
    private int fields;

    /// <summary>Creates an empty block.</summary>
    /// <param name="fieldCount">How many fields every row has.</param>
    /// <param name="rowsInBlock">How many rows are hashed together.</param>
    public RowBlock(int fieldCount, int rowsInBlock)
    {
        this.ends = new int[fieldCount * rowsInBlock];
        this.FieldCount = fieldCount;
        this.rowsInBlock = rowsInBlock;
    }

    /// <summary>How many fields every row has.</summary>
    public int FieldCount { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; }

    /// <summary>Whether there is no room for a further row.</summary>
    public bool IsFull => this.Rows == this.rowsInBlock;

    /// <summary>The fields, with others before and behind them.</summary>
    public ReadOnlySpan<byte> Bytes => this.bytes;

    /// <summary>A field.</summary>
    /// <param name="row">A row, from 0.</param>
    /// <param name="field">Its position in the row, from 0.</param>
    public ReadOnlySpan<byte> Field(int row, int field)
    {
        this.Locate(row, field, out int start, out int length);
        return this.bytes.AsSpan(start, length);
    }

    /// <summary>Where a field is in <see cref="Bytes"/>.</summary>
    /// <param name="row">A row, from 0.</param>
    /// <param name="field">Its position in the row, from 0.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="length">Its length.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Locate(int row, int field, out int start, out int length)
    {
        int index = (row * this.FieldCount) + field;
        start = index == 0 ? 0 : this.ends[index - 1] + 1;
        length = this.ends[index] - start;
    }

    /// <summary>Appends a field to the row that is not ended.</summary>
    public void AddField(ReadOnlySpan<byte> field)
    {
        this.Reserve(field.Length + 1);
        field.CopyTo(this.bytes.AsSpan(this.count));
        this.count += field.Length;
        this.bytes[this.count] = FieldEnd;
        this.ends[this.fields++] = this.count++;
    }

    /// <summary>Appends a whole row whose fields are exactly what stands between the delimiters.</summary>
    /// <param name="record">The row, without quotes and line end.</param>
    /// <param name="delimiter">The delimiter.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddRecord(ReadOnlySpan<byte> record, byte delimiter)
    {
        this.Reserve(record.Length + Vector512<byte>.Count);
        record.CopyTo(this.bytes.AsSpan(this.count));
        int end = this.count + record.Length;
        ref byte start = ref MemoryMarshal.GetArrayDataReference(this.bytes);
        for (int offset = this.count; offset < end; offset += Vector512<byte>.Count)
        {
            Vector512<byte> text = Vector512.LoadUnsafe(ref start, (nuint)offset);
            Vector512<byte> isDelimiter = Vector512.Equals(text, Vector512.Create(delimiter));
            (text | isDelimiter).StoreUnsafe(ref start, (nuint)offset);
            ulong mask = isDelimiter.ExtractMostSignificantBits() & (ulong.MaxValue >> Math.Max(0, Vector512<byte>.Count - (end - offset)));
            for (; mask != 0; mask &= mask - 1)
            {
                this.ends[this.fields++] = offset + BitOperations.TrailingZeroCount(mask);
            }
        }

        this.bytes[end] = FieldEnd;
        this.ends[this.fields++] = end;
        this.count = end + 1;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow() => this.Rows++;

    /// <summary>Hashes the rows and begins anew.</summary>
    public void Hash()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(this.bytes.AsSpan(0, this.count), digest);
        this.digests.AddRange(digest);
        (this.count, this.fields, this.Rows) = (0, 0, 0);
    }

    /// <summary>Hashes the rows that are left, and hands out the digests of all blocks since the last call, one after the other.</summary>
    public byte[] TakeDigests()
    {
        if (this.Rows > 0)
        {
            this.Hash();
        }

        byte[] taken = [.. this.digests];
        this.digests.Clear();
        return taken;
    }

    private void Reserve(int length)
    {
        if (this.count + length > this.bytes.Length)
        {
            Array.Resize(ref this.bytes, 2 * (this.count + length));
        }
    }
}
