using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ModelSdk.Contracts.Digests;

namespace ModelSdk.Engine.Data;

/// <summary>
/// SHA-256 over parsed fields. Every field is its length in bytes (32 bits, little-endian) and its UTF-8 text; a file is the number of its
/// columns, its header, then a byte 1 before each row, and a byte 0 at the end. Line ends, quoting, the delimiter and a byte-order mark do not enter.
/// </summary>
internal sealed class DataDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = new byte[1 << 16];
    private int count;

    /// <summary>Begins a file.</summary>
    public void BeginFile(IReadOnlyList<string> header)
    {
        BinaryPrimitives.WriteInt32LittleEndian(this.Reserve(sizeof(int)), header.Count);
        foreach (string name in header)
        {
            this.AddField(Encoding.UTF8.GetBytes(name));
        }
    }

    /// <summary>Begins a row.</summary>
    public void BeginRow() => this.Reserve(1)[0] = 1;

    /// <summary>Adds a field of the row.</summary>
    public void AddField(ReadOnlySpan<byte> field)
    {
        Span<byte> target = this.Reserve(sizeof(int) + field.Length);
        BinaryPrimitives.WriteInt32LittleEndian(target, field.Length);
        field.CopyTo(target[sizeof(int)..]);
    }

    /// <summary>Ends a file.</summary>
    public void EndFile() => this.Reserve(1)[0] = 0;

    /// <summary>The digest of everything, as 64 hexadecimal digits.</summary>
    public string Finish()
    {
        this.Flush();
        return Sha256Digest.Hexadecimal(this.hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => this.hash.Dispose();

    private Span<byte> Reserve(int length)
    {
        if (this.count + length > this.buffer.Length)
        {
            this.Flush();
            this.buffer = length > this.buffer.Length ? new byte[2 * length] : this.buffer;
        }

        this.count += length;
        return this.buffer.AsSpan(this.count - length, length);
    }

    private void Flush()
    {
        this.hash.AppendData(this.buffer, 0, this.count);
        this.count = 0;
    }
}
