using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>A byte of a data file's text, which is unpacked where the file is gzip; line and column are looked up only when a message needs them.</summary>
/// <param name="File">The file.</param>
/// <param name="Offset">Bytes before it, a byte-order mark included.</param>
internal readonly record struct FilePlace(DataFile File, long Offset)
{
    /// <summary>
    /// Line and column by reading the file up to the byte: CRLF, LF and CR each end a line, columns count UTF-16 units, a byte-order mark has none.
    /// </summary>
    public SourceLocation Locate()
    {
        int line = 1;
        int column = 1;
        byte previous = 0;
        using Stream stream = CsvFile.OpenText(this.File);
        byte[] buffer = new byte[1 << 16];
        long position = 0;
        while (position < this.Offset && stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) is > 0 and int count)
        {
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, (int)Math.Min(count, this.Offset - position));
            bytes = position == 0 && bytes.StartsWith(CsvFile.ByteOrderMark) ? bytes[CsvFile.ByteOrderMark.Length..] : bytes;
            position += count;
            foreach (byte value in bytes)
            {
                bool continuesLineEnd = value == '\n' && previous == '\r';
                bool endsLine = value is (byte)'\n' or (byte)'\r';
                line += endsLine && !continuesLineEnd ? 1 : 0;
                column = endsLine ? 1 : column + Utf16Units(value);
                previous = value;
            }
        }

        return new SourceLocation(this.File.Path, line, column);
    }

    private static int Utf16Units(byte value) => (value & 0xC0) == 0x80 ? 0 : value >= 0xF0 ? 2 : 1;
}
