using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Reads the records of one data file in a fixed order, each field as text.</summary>
public interface IRecordReader : IDisposable
{
    /// <summary>The file.</summary>
    DataFile File { get; }

    /// <summary>The column names, in file order, each once.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>Goes to the next record.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="ModelBuildException">The record is malformed.</exception>
    bool Read();

    /// <summary>A field of the current record as UTF-8 text, empty where it is missing; numbers in the shortest form that reads back as the same number. Valid until the next record.</summary>
    /// <param name="index">The field's position in the file, from 0.</param>
    ReadOnlySpan<byte> Field(int index);

    /// <summary>Where a field of the current record stands, as exactly as the format tells; looked up when the function is called, also after the reader has moved on.</summary>
    /// <param name="index">The field's position in the file, from 0; after the last one, the record's end.</param>
    Func<SourceLocation> PlaceOf(int index);
}
