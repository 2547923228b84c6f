using System.Globalization;
using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>An open CSV file: its header, and its records in chunks of text.</summary>
internal sealed class CsvChunks : IDisposable
{
    private readonly Stream stream;
    private readonly CsvChunkStream chunks;

    private CsvChunks(DataFile file, char delimiter, Stream stream, int markLength, CsvReading reading)
    {
        this.File = file;
        this.Delimiter = delimiter;
        this.stream = stream;
        this.chunks = new CsvChunkStream(stream, markLength, reading);
        this.stream.ReadExactly(new byte[markLength]);
    }

    /// <summary>The file.</summary>
    public DataFile File { get; }

    /// <summary>What stands between fields.</summary>
    public char Delimiter { get; }

    /// <summary>The column names, in file order, each once.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>The text of the chunk, valid until the next one is read.</summary>
    public ReadOnlyMemory<byte> Text => this.chunks.Text;

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="file">The file.</param>
    /// <param name="reading">How long chunks are.</param>
    /// <exception cref="ModelBuildException">The file cannot be read, is no CSV text, or has an invalid header.</exception>
    public static CsvChunks Open(DataFile file, CsvReading reading)
    {
        byte[] head = CsvFile.ReadHead(file, out bool whole, out int markLength);
        char delimiter = CsvFile.DelimiterOf(file, head, whole);
        CsvChunks text = new(file, delimiter, CsvFile.OpenText(file), markLength, reading);
        try
        {
            text.ReadHeader();
            return text;
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <returns>False at the end of the file.</returns>
    public bool Read(out CsvChunk chunk) => this.Read(headerOnly: false, out chunk);

    /// <inheritdoc/>
    public void Dispose() => this.stream.Dispose();

    private bool Read(bool headerOnly, out CsvChunk chunk)
    {
        try
        {
            return this.chunks.Read(out chunk, headerOnly);
        }
        catch (IOException exception)
        {
            throw new ModelBuildException(DataDiagnostics.DataFileUnreadable, $"The file cannot be read: {exception.Message}", new SourceLocation(this.File.Path));
        }
    }

    private void ReadHeader()
    {
        _ = this.Read(headerOnly: true, out CsvChunk chunk);
        using CsvChunkReader reader = new(this.File, this.Delimiter, fieldCount: null, chunk, this.Text);
        if (!reader.Read())
        {
            throw new ModelBuildException(DataDiagnostics.DataFileEmpty, "The file has blank lines only; it needs a header and at least one row.", new SourceLocation(this.File.Path, 1, 1));
        }

        List<string> names = [];
        for (int index = 0; index < reader.FieldCount; index++)
        {
            string name = Encoding.UTF8.GetString(reader.Field(index));
            string? problem = name.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"Column {index + 1} of the header has no name.")
                : names.Contains(name) ? $"The header has the column {Quote.Value(name)} twice." : null;
            if (problem is not null)
            {
                throw new ModelBuildException(DataDiagnostics.InvalidHeader, problem, reader.PlaceOf(index).Locate());
            }

            names.Add(name);
        }

        this.Header = names;
    }
}
