using System.Globalization;
using System.Text;
using CsvHelper;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Reads one CSV file strictly (RFC 4180), record by record, without making objects of them.</summary>
internal sealed class CsvRecordReader : IRecordReader
{
    /// <summary>A record cannot be longer: an unclosed quote in a large file must not fill the memory.</summary>
    private const int MaximumRecordLength = 1 << 24;
    private readonly CsvReader reader;
    private readonly char delimiter;
    private readonly List<int> ends = [];
    private byte[] fields = new byte[1024];
    private long recordStart;

    private CsvRecordReader(DataFile file, char delimiter, Stream stream)
    {
        this.File = file;
        this.delimiter = delimiter;
        this.reader = CsvReader.Create(stream, this.Options(), leaveOpen: false);
    }

    /// <summary>The file.</summary>
    public DataFile File { get; }

    /// <summary>The column names, in file order, each once.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ModelBuildException">The file cannot be read, is no CSV text, or has an invalid header.</exception>
    public static CsvRecordReader Open(DataFile file)
    {
        FileStream stream = CsvFile.OpenStream(file);
        CsvRecordReader? reader = null;
        try
        {
            byte[] head = CsvFile.ReadHead(file, stream, out bool whole);
            char delimiter = file.Delimiter ?? DelimiterDetection.Detect(head, whole);
            reader = new CsvRecordReader(file, delimiter, new Utf8ValidatingStream(file, stream));
            reader.ReadHeader();
            return reader;
        }
        catch
        {
            reader?.Dispose();
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next record; blank lines are passed over.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="ModelBuildException">The record is malformed.</exception>
    public bool Read()
    {
        if (!this.Advance())
        {
            return false;
        }

        if (this.reader.FieldCount != this.Header.Count)
        {
            int place = Math.Min(this.reader.FieldCount, this.Header.Count);
            string text = string.Create(
                CultureInfo.InvariantCulture, $"The row has {this.reader.FieldCount} fields; the header has {this.Header.Count}. A field that holds the delimiter must be quoted.");
            throw new ModelBuildException(DataDiagnostics.RaggedRow, text, this.PlaceOf(place).Locate());
        }

        return true;
    }

    /// <summary>A field's value as UTF-8: quotes removed, and the spaces around an unquoted field. Valid until the next record.</summary>
    /// <param name="index">The field's position in the file, from 0.</param>
    public ReadOnlySpan<byte> Field(int index)
    {
        int start = index == 0 ? 0 : this.ends[index - 1];
        return this.fields.AsSpan(start, this.ends[index] - start);
    }

    /// <summary>Where a field of the current record begins; after the last field, where the record ends.</summary>
    /// <param name="index">The field's position in the file, from 0.</param>
    public FilePlace PlaceOf(int index)
    {
        int offset = this.reader.RawRecord.Length;
        if (index < this.reader.FieldCount && !this.reader.GetRawSpan(index).IsEmpty)
        {
            this.reader.RawRecord.Overlaps(this.reader.GetRawSpan(index), out offset);
        }
        else if (index < this.reader.FieldCount)
        {
            // An empty span overlaps nothing: it begins one delimiter after the field before it ends.
            offset = index == 0 ? 0 : (int)(this.PlaceOf(index - 1).Offset - this.recordStart) + this.reader.GetRawSpan(index - 1).Length + 1;
        }

        return new FilePlace(this.File, this.recordStart + offset);
    }

    /// <inheritdoc/>
    Func<SourceLocation> IRecordReader.PlaceOf(int index) => this.PlaceOf(index).Locate;

    /// <inheritdoc/>
    public void Dispose() => this.reader.Dispose();

    private CsvReaderOptions Options() => new()
    {
        Separator = this.delimiter,
        HasHeader = false,
        SkipEmptyLines = true,
        TrimWhitespace = true,
        WhitespaceCharacters = this.delimiter == '\t' ? " " : " \t",
        DetectSeparatorHint = false,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = this.ThrowMalformed,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        IncludeValuesInExceptions = false,
        MaxRecordSize = MaximumRecordLength,
    };

    private bool Advance()
    {
        try
        {
            bool read = this.reader.Read();
            this.recordStart = this.reader.ByteOffset;
            this.CopyFields(read ? this.reader.FieldCount : 0);
            return read;
        }
        catch (CsvFormatException exception)
        {
            string text = $"The record is longer than 16 MiB; a quote may be open. ({exception.Message})";
            throw new ModelBuildException(DataDiagnostics.MalformedQuote, text, new FilePlace(this.File, exception.ByteOffset).Locate());
        }
        catch (IOException exception)
        {
            throw new ModelBuildException(DataDiagnostics.DataFileUnreadable, $"The file cannot be read: {exception.Message}", new SourceLocation(this.File.Path));
        }
    }

    /// <summary>Decodes each field once; digest, hash and columns all look at it.</summary>
    private void CopyFields(int count)
    {
        this.ends.Clear();
        int end = 0;
        for (int index = 0; index < count; index++)
        {
            ReadOnlySpan<byte> field = this.reader.GetSpan(index);
            if (end + field.Length > this.fields.Length)
            {
                Array.Resize(ref this.fields, 2 * (end + field.Length));
            }

            field.CopyTo(this.fields.AsSpan(end));
            end += field.Length;
            this.ends.Add(end);
        }
    }

    private void ReadHeader()
    {
        _ = this.Advance();
        List<string> names = [];
        for (int index = 0; index < this.reader.FieldCount; index++)
        {
            string name = Encoding.UTF8.GetString(this.Field(index));
            string? problem = name.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"Column {index + 1} of the header has no name.")
                : names.Contains(name) ? $"The header has the column {Quote.Value(name)} twice." : null;
            if (problem is not null)
            {
                throw new ModelBuildException(DataDiagnostics.InvalidHeader, problem, this.PlaceOf(index).Locate());
            }

            names.Add(name);
        }

        this.Header = names;
    }

    private void ThrowMalformed(CsvMalformedRecord record)
    {
        string text = record.Reason switch
        {
            CsvMalformedReason.StrayQuote => "A quote stands inside a field that is not quoted. Quote the field and double the quote inside it: \"a \"\"b\"\" c\".",
            CsvMalformedReason.TextAfterClosingQuote => "Text follows the closing quote of a field. A quote inside a quoted field is doubled: \"a \"\"b\"\" c\".",
            _ => "A quoted field is opened here and never closed.",
        };
        long offset = record.ByteOffset;
        offset -= record.Reason == CsvMalformedReason.UnterminatedQuote ? QuoteScan.BytesFromOpenQuote(record.RawRecord, this.delimiter) : 0;
        throw new ModelBuildException(DataDiagnostics.MalformedQuote, text, new FilePlace(this.File, offset).Locate());
    }
}
