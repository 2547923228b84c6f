using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ModelSdk.Engine.Snapshots;

/// <summary>Writes rows as CSV (RFC 4180, UTF-8, line feeds) and hashes what it writes.</summary>
/// <param name="stream">Where the text goes.</param>
internal sealed class CsvSnapshotWriter(Stream stream) : IDisposable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly StringBuilder text = new();

    /// <summary>Writes a row.</summary>
    public void Write(IEnumerable<string> fields)
    {
        int before = this.text.Length;
        foreach (string field in fields)
        {
            this.text.Append(this.text.Length > before ? "," : "").Append(Quoted(field));
        }

        this.text.Append('\n');
        if (this.text.Length > 1 << 16)
        {
            this.Flush();
        }
    }

    /// <summary>Writes what is left.</summary>
    /// <returns>SHA-256 of everything that was written, 64 hexadecimal digits.</returns>
    public string Finish()
    {
        this.Flush();
        return Convert.ToHexStringLower(this.hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => this.hash.Dispose();

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(Special) || field.AsSpan().Trim().Length < field.Length ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private void Flush()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(this.text.ToString());
        this.hash.AppendData(bytes);
        stream.Write(bytes);
        this.text.Clear();
    }
}
