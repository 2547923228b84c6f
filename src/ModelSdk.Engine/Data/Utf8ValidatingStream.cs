using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Passes a file on and checks that it is UTF-8 (RFC 3629) without NUL characters; the CSV parser itself does not look.</summary>
/// <param name="file">The file, for messages.</param>
/// <param name="stream">Its bytes from the start.</param>
internal sealed class Utf8ValidatingStream(DataFile file, Stream stream) : Stream
{
    private readonly byte[] pending = new byte[4];
    private int pendingCount;
    private long position;

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
        get => this.position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => this.Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = stream.Read(buffer);
        if (count == 0 && this.pendingCount > 0 && buffer.Length > 0)
        {
            throw this.Invalid(this.position - this.pendingCount, this.pending[0]);
        }

        this.Check(buffer[..count]);
        this.position += count;
        return count;
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
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Check(ReadOnlySpan<byte> bytes)
    {
        int start = this.FinishPending(bytes);
        int end = start + WholeCharacters(bytes[start..]);
        ReadOnlySpan<byte> whole = bytes[start..end];
        int nul = whole.IndexOf((byte)0);
        if (nul >= 0)
        {
            const string Message = "The file has a NUL character here. It may be UTF-16 text, or no text at all; save it as UTF-8.";
            throw new ModelBuildException(DataDiagnostics.InvalidEncoding, Message, new FilePlace(file, this.position + start + nul).Locate());
        }

        if (!Utf8.IsValid(whole))
        {
            int invalid = start + FirstInvalid(whole);
            throw this.Invalid(this.position + invalid, bytes[invalid]);
        }

        bytes[end..].CopyTo(this.pending.AsSpan(this.pendingCount));
        this.pendingCount += bytes.Length - end;
    }

    /// <summary>Completes the character that the last block ended in; returns how many bytes it took from this one.</summary>
    private int FinishPending(ReadOnlySpan<byte> bytes)
    {
        int taken = 0;
        while (this.pendingCount > 0 && taken < bytes.Length)
        {
            this.pending[this.pendingCount++] = bytes[taken++];
            OperationStatus status = Rune.DecodeFromUtf8(this.pending.AsSpan(0, this.pendingCount), out _, out _);
            if (status == OperationStatus.InvalidData)
            {
                throw this.Invalid(this.position + taken - this.pendingCount, this.pending[0]);
            }

            this.pendingCount = status == OperationStatus.Done ? 0 : this.pendingCount;
        }

        return taken;
    }

    /// <summary>The length without an unfinished character at the end.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            byte value = bytes[^back];
            if (value < 0x80 || value >= 0xC0)
            {
                int needed = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : value >= 0xC0 ? 2 : 1;
                bool unfinished = needed > back && Rune.DecodeFromUtf8(bytes[^back..], out _, out _) == OperationStatus.NeedMoreData;
                return unfinished ? bytes.Length - back : bytes.Length;
            }
        }

        return bytes.Length;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        int offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out int consumed) == OperationStatus.Done)
        {
            offset += consumed;
        }

        return offset;
    }

    private ModelBuildException Invalid(long offset, byte value)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"The byte 0x{value:X2} is not valid UTF-8 here. The file may be Windows-1252 or Latin-1; save it as UTF-8.");
        return new ModelBuildException(DataDiagnostics.InvalidEncoding, text, new FilePlace(file, offset).Locate());
    }
}
