using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Reads one CSV file strictly (RFC 4180), record by record, on the caller's thread.</summary>
internal sealed class CsvRecordReader : IRecordReader
{
    private readonly CsvChunks text;
    private readonly List<int> ends = [];
    private CsvChunkReader? chunk;
    private byte[] fields = new byte[1024];

    private CsvRecordReader(CsvChunks text) => this.text = text;

    /// <summary>The file.</summary>
    public DataFile File => this.text.File;

    /// <summary>The column names, in file order, each once.</summary>
    public IReadOnlyList<string> Header => this.text.Header;

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ModelBuildException">The file cannot be read, is no CSV text, or has an invalid header.</exception>
    public static CsvRecordReader Open(DataFile file) => Open(file, CsvReading.Default);

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="file">The file.</param>
    /// <param name="reading">How the text is divided.</param>
    /// <exception cref="ModelBuildException">The file cannot be read, is no CSV text, or has an invalid header.</exception>
    public static CsvRecordReader Open(DataFile file, CsvReading reading) => new(CsvChunks.Open(file, reading));

    /// <summary>Goes to the next record; blank lines are passed over.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="ModelBuildException">The record is malformed.</exception>
    public bool Read()
    {
        while (this.chunk?.Read() != true)
        {
            if (!this.text.Read(out CsvChunk next))
            {
                return false;
            }

            this.chunk?.Dispose();
            this.chunk = new CsvChunkReader(this.File, this.text.Delimiter, this.Header.Count, next, this.text.Text);
        }

        this.CopyFields(this.chunk);
        return true;
    }

    /// <summary>A field's value as UTF-8: quotes removed, and the spaces around an unquoted field. Valid until the next record.</summary>
    /// <param name="index">The field's position in the file, from 0.</param>
    public ReadOnlySpan<byte> Field(int index)
    {
        int start = index == 0 ? 0 : this.ends[index - 1];
        return this.fields.AsSpan(start, this.ends[index] - start);
    }

    /// <inheritdoc/>
    public Func<SourceLocation> PlaceOf(int index) => this.chunk!.PlaceOf(index).Locate;

    /// <inheritdoc/>
    public void Dispose()
    {
        this.chunk?.Dispose();
        this.text.Dispose();
    }

    /// <summary>Decodes each field once; digest, hash and columns all look at it.</summary>
    private void CopyFields(CsvChunkReader record)
    {
        this.ends.Clear();
        int end = 0;
        for (int index = 0; index < record.FieldCount; index++)
        {
            ReadOnlySpan<byte> field = record.Field(index);
            if (end + field.Length > this.fields.Length)
            {
                Array.Resize(ref this.fields, 2 * (end + field.Length));
            }

            field.CopyTo(this.fields.AsSpan(end));
            end += field.Length;
            this.ends.Add(end);
        }
    }
}
