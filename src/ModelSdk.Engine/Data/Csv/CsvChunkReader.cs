using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Reads the records of one chunk strictly (RFC 4180), without making objects of them.</summary>
internal sealed class CsvChunkReader : IDisposable
{
    private readonly DataFile file;
    private readonly char delimiter;
    private readonly int? fieldCount;
    private readonly CsvChunk chunk;
    private readonly ReadOnlyMemory<byte> text;
    private readonly int guard;
    private readonly int invalid;
    private readonly CsvReader reader;

    /// <summary>Creates a reader before the first record.</summary>
    /// <param name="file">The file.</param>
    /// <param name="delimiter">What stands between fields.</param>
    /// <param name="fieldCount">How many fields a record must have; null where any number is right.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="text">Its text.</param>
    public CsvChunkReader(DataFile file, char delimiter, int? fieldCount, CsvChunk chunk, ReadOnlyMemory<byte> text)
    {
        this.file = file;
        this.delimiter = delimiter;
        this.fieldCount = fieldCount;
        this.chunk = chunk;

        // The parser would take a zero-width space at the start of a chunk for a byte-order mark, but not behind a blank line.
        this.guard = text.Span.StartsWith(CsvFile.ByteOrderMark) ? 1 : 0;
        this.text = this.guard == 0 ? text : (byte[])[(byte)'\n', .. text.Span];

        // A record with a byte that is no text is not parsed; what is wrong before it is said first.
        this.invalid = TextCheck.FirstInvalid(this.text.Span);
        int length = this.invalid < 0 ? this.text.Length : TextCheck.WholeRecords(this.text.Span[..this.invalid]);
        this.reader = CsvReader.Create(this.text[..length], this.Options());
    }

    /// <summary>How many fields the record has.</summary>
    public int FieldCount => this.reader.FieldCount;

    /// <summary>Goes to the next record; blank lines are passed over.</summary>
    /// <returns>False at the end of the chunk.</returns>
    /// <exception cref="ModelBuildException">The record is malformed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Read()
    {
        if (!this.reader.Read())
        {
            return this.invalid < 0 ? false : throw TextCheck.Problem(this.text.Span[this.invalid], this.Place(this.invalid));
        }

        if (this.chunk.IsOverlong && this.reader.ByteOffset + this.reader.RawRecord.Length == this.text.Length)
        {
            throw this.Overlong(this.reader.ByteOffset);
        }

        return this.fieldCount is null || this.fieldCount == this.reader.FieldCount ? true : throw this.Ragged(this.fieldCount.Value);
    }

    /// <summary>A field's value as UTF-8: quotes removed, and the spaces around an unquoted field. Valid until the next field.</summary>
    /// <param name="index">The field's position in the file, from 0.</param>
    public ReadOnlySpan<byte> Field(int index) => this.reader.GetSpan(index);

    /// <summary>Appends the fields of the record to a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo(RowBlock row)
    {
        ReadOnlySpan<byte> record = this.reader.RawRecord;
        if (record.IndexOfAny((byte)'"', (byte)' ', this.delimiter == '\t' ? (byte)' ' : (byte)'\t') < 0)
        {
            // Neither quotes nor spaces: every field is what stands between the delimiters.
            row.AddRecord(record, (byte)this.delimiter);
            return;
        }

        for (int index = 0; index < this.reader.FieldCount; index++)
        {
            row.AddField(this.reader.GetSpan(index));
        }
    }

    /// <summary>Where a field of the record begins; after the last field, where the record ends.</summary>
    /// <param name="index">The field's position in the file, from 0.</param>
    public FilePlace PlaceOf(int index)
    {
        int offset = 0;
        for (int before = 0; before < index && before < this.reader.FieldCount; before++)
        {
            offset += this.reader.GetRawSpan(before).Length + 1;
        }

        return this.Place(this.reader.ByteOffset + Math.Min(offset, this.reader.RawRecord.Length));
    }

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
    };

    private FilePlace Place(long offset) => new(this.file, this.chunk.Offset + offset - this.guard);

    private ModelBuildException Ragged(int expected)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture, $"The row has {this.reader.FieldCount} fields; the header has {expected}. A field that holds the delimiter must be quoted.");
        return new ModelBuildException(DataDiagnostics.RaggedRow, text, this.PlaceOf(Math.Min(this.reader.FieldCount, expected)).Locate());
    }

    private ModelBuildException Overlong(long offset) =>
        new(DataDiagnostics.MalformedQuote, "The record is longer than 16 MiB; a quote may be open.", this.Place(offset).Locate());

    private void ThrowMalformed(CsvMalformedRecord record)
    {
        string text = record.Reason switch
        {
            CsvMalformedReason.StrayQuote => "A quote stands inside a field that is not quoted. Quote the field and double the quote inside it: \"a \"\"b\"\" c\".",
            CsvMalformedReason.TextAfterClosingQuote => "Text follows the closing quote of a field. A quote inside a quoted field is doubled: \"a \"\"b\"\" c\".",
            _ => "A quoted field is opened here and never closed.",
        };
        bool isOpen = record.Reason == CsvMalformedReason.UnterminatedQuote;
        long offset = record.ByteOffset - (isOpen ? QuoteScan.BytesFromOpenQuote(record.RawRecord, this.delimiter) : 0);
        throw isOpen && this.chunk.IsOverlong
            ? this.Overlong(offset)
            : new ModelBuildException(DataDiagnostics.MalformedQuote, text, this.Place(offset).Locate());
    }
}
