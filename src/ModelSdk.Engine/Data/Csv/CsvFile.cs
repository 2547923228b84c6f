using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Opens data files and recognises what is no CSV text before anything is parsed.</summary>
internal static class CsvFile
{
    private const int HeadLength = 1 << 16;

    /// <summary>The bytes EF BB BF that may stand in front of UTF-8 text.</summary>
    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> PointerStart => "version https://git-lfs"u8;

    /// <summary>Whether a file is a pointer of Git LFS instead of the data.</summary>
    public static bool IsPointer(string path)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            byte[] start = new byte[PointerStart.Length];
            return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual(PointerStart);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Reading it for the training says what is wrong.
            return false;
        }
    }

    /// <summary>Opens the text of a file for reading from its start; gzip is unpacked.</summary>
    /// <exception cref="ModelBuildException">There is no such file, or it cannot be read.</exception>
    public static Stream OpenText(DataFile file)
    {
        FileStream stream = OpenStream(file);
        byte[] magic = new byte[GzipText.Magic.Length];
        int count = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return GzipText.Magic.SequenceEqual(magic.AsSpan(0, count)) ? new GzipText(file, stream) : stream;
    }

    /// <summary>Reads the first 64 KiB of the text and checks that they can be CSV.</summary>
    /// <param name="file">The file.</param>
    /// <param name="whole">Whether the head is the whole file.</param>
    /// <param name="markLength">The length of the byte-order mark: 3, or 0 without one.</param>
    /// <returns>The bytes, without a byte-order mark.</returns>
    /// <exception cref="ModelBuildException">The file is empty, a Git LFS pointer, or UTF-16.</exception>
    public static byte[] ReadHead(DataFile file, out bool whole, out int markLength)
    {
        using Stream stream = OpenText(file);
        byte[] buffer = new byte[HeadLength];
        int count = stream.ReadAtLeast(buffer, HeadLength, throwOnEndOfStream: false);
        whole = count < HeadLength;
        ReadOnlySpan<byte> head = buffer.AsSpan(0, count);
        SourceLocation start = new(file.Path, 1, 1);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new ModelBuildException(DataDiagnostics.InvalidEncoding, "The file is UTF-16 text. Save it as UTF-8.", start);
        }

        markLength = head.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        head = head[markLength..];
        if (head.StartsWith(PointerStart))
        {
            throw new ModelBuildException(
                DataDiagnostics.DataFileIsPointer, "The file is a Git LFS pointer, not the data. Run \"git lfs pull\" to fetch the data.", start);
        }

        return whole && head.Trim(" \t\r\n"u8).IsEmpty
            ? throw new ModelBuildException(DataDiagnostics.DataFileEmpty, "The file is empty; it needs a header and at least one row.", start)
            : head.ToArray();
    }

    /// <summary>The delimiter: the one that is set, else tab for <c>.tsv</c> and <c>.tsv.gz</c>, else the one that divides the head evenly.</summary>
    /// <param name="file">The file.</param>
    /// <param name="head">What <see cref="ReadHead"/> gives.</param>
    /// <param name="whole">Whether the head is the whole file.</param>
    public static char DelimiterOf(DataFile file, ReadOnlySpan<byte> head, bool whole)
    {
        bool isTabSeparated = file.Path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".tsv.gz", StringComparison.OrdinalIgnoreCase);
        return file.Delimiter ?? (isTabSeparated ? '\t' : DelimiterDetection.Detect(head, whole));
    }

    /// <summary>Opens the bytes of a file for reading from its start.</summary>
    /// <exception cref="ModelBuildException">There is no such file, or it cannot be read.</exception>
    public static FileStream OpenStream(DataFile file)
    {
        try
        {
            // Shared for writing too: a file that is open in a spreadsheet can still be read.
            return new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelBuildException(
                DataDiagnostics.DataFileNotFound, $"The data file {Quote.Value(file.DisplayPath)} does not exist.", file.DeclaredAt);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string reason = Directory.Exists(file.Path) ? "it is a folder" : exception.Message;
            throw new ModelBuildException(
                DataDiagnostics.DataFileUnreadable, $"The data file {Quote.Value(file.DisplayPath)} cannot be read: {reason}", file.DeclaredAt);
        }
    }
}
