using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Data;

/// <summary>
/// Hashes rows for the holdout: the leading 64 bits, big-endian, of SHA-256 over the seed (64 bits, little-endian) and the raw fields of the key
/// columns or, without any, of every column of the contract but the label, ignored ones included. The columns are taken by name in ordinal
/// order; each field is its length in bytes (32 bits, little-endian) and its UTF-8 text. So equal rows get equal hashes, wherever they stand.
/// For one thread.
/// </summary>
internal sealed class HoldoutHasher
{
    /// <summary>The room of a short message; not a power of two, so that sixteen of them do not compete for the same lines of the cache.</summary>
    private const int LaneLength = 33 * Sha256Lanes.BlockLength;

    /// <summary>A message is followed by one bit, zeros and its length in 64 bits.</summary>
    private const int LeastPadding = 1 + sizeof(ulong);

    private readonly int[] fields;
    private readonly long seed;
    private readonly byte[] lanes = new byte[Sha256Lanes.Count * LaneLength];
    private readonly int[] blocks = new int[Sha256Lanes.Count];
    private readonly int[] rows = new int[Sha256Lanes.Count];
    private byte[] buffer = [];
    private int waiting;

    /// <summary>Creates the hasher for one file.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="fieldOf">The position of a column in the file.</param>
    /// <param name="seed">The project's seed.</param>
    public HoldoutHasher(ModelContract contract, Func<string, int> fieldOf, long seed)
    {
        this.fields = [.. HashedColumns(contract).Select(fieldOf)];
        this.seed = seed;
    }

    /// <summary>The names of the columns that are hashed, in ordinal order.</summary>
    public static IReadOnlyList<string> HashedColumns(ModelContract contract)
    {
        bool hasKeys = contract.Columns.Any(column => column.Role == ColumnRole.Key);
        IEnumerable<ContractColumn> hashed = contract.Columns.Where(column => hasKeys ? column.Role == ColumnRole.Key : column.Role != ColumnRole.Label);
        return [.. hashed.Select(column => column.Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>Takes a row in; its hash is in place when <see cref="Flush"/> has been called.</summary>
    /// <param name="block">The fields.</param>
    /// <param name="row">Which row of the block.</param>
    /// <param name="hashes">Gets the hash; the same array until <see cref="Flush"/>.</param>
    /// <param name="index">Where in the array.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(RowBlock block, int row, ulong[] hashes, int index)
    {
        int length = sizeof(long);
        foreach (int field in this.fields)
        {
            block.Locate(row, field, out _, out int own);
            length += sizeof(int) + own;
        }

        if (length + LeastPadding > LaneLength || !Sha256Lanes.IsSupported)
        {
            this.buffer = length > this.buffer.Length ? new byte[2 * length] : this.buffer;
            this.Write(block, row, this.buffer);
            hashes[index] = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(this.buffer.AsSpan(0, length)));
            return;
        }

        // Lanes are filled in order, so that what is written beyond one is overwritten by the next.
        Span<byte> lane = this.lanes.AsSpan(this.waiting * LaneLength);
        this.Write(block, row, lane);
        this.blocks[this.waiting] = Pad(lane, length);
        this.rows[this.waiting] = index;
        if (++this.waiting == Sha256Lanes.Count)
        {
            this.Flush(hashes);
        }
    }

    /// <summary>Hashes the rows that wait for it.</summary>
    /// <param name="hashes">The array of <see cref="Add"/>.</param>
    public void Flush(ulong[] hashes)
    {
        if (this.waiting == 0)
        {
            return;
        }

        Span<ulong> results = stackalloc ulong[Sha256Lanes.Count];
        this.blocks.AsSpan(this.waiting).Clear();
        Sha256Lanes.Hash(this.lanes, LaneLength, this.blocks, results);
        for (int lane = 0; lane < this.waiting; lane++)
        {
            hashes[this.rows[lane]] = results[lane];
        }

        this.waiting = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Write(RowBlock block, int row, Span<byte> target)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, this.seed);
        target = target[sizeof(long)..];
        ReadOnlySpan<byte> bytes = block.Bytes;
        foreach (int index in this.fields)
        {
            block.Locate(row, index, out int start, out int length);
            BinaryPrimitives.WriteInt32LittleEndian(target, length);
            Copy(bytes, start, length, target[sizeof(int)..]);
            target = target[(sizeof(int) + length)..];
        }
    }

    // Short fields are copied as sixteen bytes, where there is room on both sides; what follows the field is overwritten next.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ReadOnlySpan<byte> bytes, int start, int length, Span<byte> target)
    {
        if (length <= Vector128<byte>.Count && start + Vector128<byte>.Count <= bytes.Length && target.Length >= Vector128<byte>.Count)
        {
            Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(bytes), (nuint)start).CopyTo(target);
            return;
        }

        bytes.Slice(start, length).CopyTo(target);
    }

    /// <summary>Pads a message (FIPS 180-4, §5.1.1) and returns its number of blocks.</summary>
    private static int Pad(Span<byte> lane, int length)
    {
        int blocks = (length + LeastPadding + Sha256Lanes.BlockLength - 1) / Sha256Lanes.BlockLength;
        Span<byte> padding = lane[length..(blocks * Sha256Lanes.BlockLength)];
        padding.Clear();
        padding[0] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padding[^sizeof(ulong)..], 8 * (ulong)length);
        return blocks;
    }
}
