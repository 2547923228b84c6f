using System.Text;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>The SQL text of a query file.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">Its text, without a semicolon at the end.</param>
internal sealed record QueryText(DataFile File, string Text)
{
    /// <summary>Reads the file.</summary>
    public static QueryText Read(DataFile file) => new(file, System.IO.File.ReadAllText(file.Path).TrimEnd().TrimEnd(';'));

    /// <summary>The line and column of a place in the text.</summary>
    /// <param name="offset">The place in bytes of UTF-8; the file alone is named where it lies outside of the text.</param>
    public SourceLocation PlaceOf(int? offset)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(this.Text);
        if (offset is not { } place || place < 0 || place > bytes.Length)
        {
            return new SourceLocation(this.File.Path);
        }

        string before = Encoding.UTF8.GetString(bytes.AsSpan(0, place));
        return new SourceLocation(this.File.Path, before.Count(character => character == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
