using System.Buffers.Binary;
using System.Security.Cryptography;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Data;

/// <summary>
/// Hashes rows for the holdout: the leading 64 bits, big-endian, of SHA-256 over the seed (64 bits, little-endian) and the raw fields of the key
/// columns or, without any, of every column of the contract but the label, ignored ones included. The columns are taken by name in ordinal
/// order; each field is its length in bytes (32 bits, little-endian) and its UTF-8 text. So equal rows get equal hashes, wherever they stand.
/// </summary>
internal sealed class HoldoutHasher
{
    private readonly int[] fields;
    private readonly List<ulong> hashes;
    private byte[] buffer = new byte[1024];

    /// <summary>Creates the hasher for one file.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="fieldOf">The position of a column in the file.</param>
    /// <param name="seed">The project's seed.</param>
    /// <param name="hashes">Gets one hash a row.</param>
    public HoldoutHasher(ModelContract contract, Func<string, int> fieldOf, long seed, List<ulong> hashes)
    {
        this.fields = [.. HashedColumns(contract).Select(fieldOf)];
        this.hashes = hashes;
        BinaryPrimitives.WriteInt64LittleEndian(this.buffer, seed);
    }

    /// <summary>The names of the columns that are hashed, in ordinal order.</summary>
    public static IReadOnlyList<string> HashedColumns(ModelContract contract)
    {
        bool hasKeys = contract.Columns.Any(column => column.Role == ColumnRole.Key);
        IEnumerable<ContractColumn> hashed = contract.Columns.Where(column => hasKeys ? column.Role == ColumnRole.Key : column.Role != ColumnRole.Label);
        return [.. hashed.Select(column => column.Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>Hashes the reader's current row.</summary>
    public void Add(IRecordReader reader)
    {
        int count = sizeof(long);
        foreach (int index in this.fields)
        {
            ReadOnlySpan<byte> field = reader.Field(index);
            int end = count + sizeof(int) + field.Length;
            if (end > this.buffer.Length)
            {
                Array.Resize(ref this.buffer, 2 * end);
            }

            BinaryPrimitives.WriteInt32LittleEndian(this.buffer.AsSpan(count), field.Length);
            field.CopyTo(this.buffer.AsSpan(count + sizeof(int)));
            count = end;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(this.buffer.AsSpan(0, count), hash);
        this.hashes.Add(BinaryPrimitives.ReadUInt64BigEndian(hash));
    }
}
