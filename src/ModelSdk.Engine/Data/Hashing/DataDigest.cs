using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ModelSdk.Contracts.Digests;

namespace ModelSdk.Engine.Data;

/// <summary>
/// SHA-256 over the digests of the files, in order. The digest of a file is SHA-256 over the number of its columns (32 bits, little-endian), its
/// header, the digests of its rows in blocks of 64, and the number of its rows (64 bits, little-endian). The digest of a block is SHA-256 over the
/// fields of its rows. A field, also one of the header, is its UTF-8 text and a byte FF, which no UTF-8 text holds. So the blocks of a file can be
/// hashed at the same time, and line ends, quoting, the delimiter, a byte-order mark and compression do not enter.
/// </summary>
internal sealed class DataDigest : IDisposable
{
    /// <summary>How many rows of a file are hashed together; the last block may have fewer.</summary>
    public const int RowsInBlock = 64;

    private readonly IncrementalHash files = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash file = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long rows;

    /// <summary>Begins a file.</summary>
    public void BeginFile(IReadOnlyList<string> header)
    {
        this.rows = 0;
        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(number, header.Count);
        this.file.AppendData(number);
        foreach (string name in header)
        {
            this.file.AppendData(Encoding.UTF8.GetBytes(name));
            this.file.AppendData([0xFF]);
        }
    }

    /// <summary>Adds rows of the file.</summary>
    /// <param name="blocks">The digests of their blocks, one after the other.</param>
    /// <param name="count">How many rows.</param>
    public void AddRows(ReadOnlySpan<byte> blocks, long count)
    {
        this.file.AppendData(blocks);
        this.rows += count;
    }

    /// <summary>Ends a file.</summary>
    public void EndFile()
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(number, this.rows);
        this.file.AppendData(number);
        this.files.AppendData(this.file.GetHashAndReset());
    }

    /// <summary>The digest of everything, as 64 hexadecimal digits.</summary>
    public string Finish() => Sha256Digest.Hexadecimal(this.files.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose()
    {
        this.files.Dispose();
        this.file.Dispose();
    }
}
