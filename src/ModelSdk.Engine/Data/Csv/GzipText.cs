using System.IO.Compression;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>
/// Unpacks gzip (RFC 1952), also of several members, and makes sure that the file is whole: the platform's stream takes a file that is cut off for
/// one that has ended. To find out, a member of our own is put behind the file. Only behind a whole file does its content come out in the end.
/// </summary>
internal sealed class GzipText : Stream
{
    private readonly DataFile file;
    private readonly Stream packed;
    private readonly GZipStream unpacked;
    private readonly byte[] ahead = new byte[(1 << 16) + Mark.Length];
    private int start;
    private int count;
    private bool ended;

    /// <summary>Creates the stream.</summary>
    /// <param name="file">The file, for messages.</param>
    /// <param name="packed">Its bytes from the start.</param>
    public GzipText(DataFile file, Stream packed)
    {
        this.file = file;
        this.packed = packed;
        this.unpacked = new GZipStream(new FollowedStream(packed, Pack(Mark)), CompressionMode.Decompress);
    }

    /// <summary>The first bytes of every gzip file.</summary>
    public static ReadOnlySpan<byte> Magic => [0x1F, 0x8B];

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Not UTF-8, so that no text contains it.</summary>
    private static ReadOnlySpan<byte> Mark => [0xFF, 0xFE, 0x00, 0xFF, 0x4D, 0x53, 0x44, 0x4B, 0xFF, 0x00, 0xFE, 0xFF];

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => this.Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        // The last bytes are held back until more follow: they may be the mark.
        while (!this.ended && this.count <= Mark.Length)
        {
            this.Fill();
        }

        int length = Math.Min(buffer.Length, this.ended ? this.count : this.count - Mark.Length);
        this.ahead.AsSpan(this.start, length).CopyTo(buffer);
        this.start += length;
        this.count -= length;
        return length;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            this.unpacked.Dispose();
            this.packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Pack(ReadOnlySpan<byte> content)
    {
        using MemoryStream packed = new();
        using (GZipStream stream = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    private void Fill()
    {
        this.ahead.AsSpan(this.start, this.count).CopyTo(this.ahead);
        this.start = 0;
        try
        {
            int read = this.unpacked.Read(this.ahead.AsSpan(this.count));
            this.count += read;
            this.ended = read == 0;
        }
        catch (InvalidDataException)
        {
            throw this.Damaged();
        }

        if (this.ended)
        {
            bool whole = this.count >= Mark.Length && this.ahead.AsSpan(0, this.count).EndsWith(Mark);
            this.count = whole ? this.count - Mark.Length : throw this.Damaged();
        }
    }

    private ModelBuildException Damaged() => new(
        DataDiagnostics.DataFileUnreadable,
        $"The gzip file {Quote.Value(this.file.DisplayPath)} is cut off or damaged; \"gzip -t\" tests it. Copy or pack it again.",
        new SourceLocation(this.file.Path));
}
