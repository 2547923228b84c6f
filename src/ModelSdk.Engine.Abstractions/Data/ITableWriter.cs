using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>
/// Writes tables into files of some formats. Equal rows and columns give equal bytes. An implementation in a package of its own is public and has a
/// constructor without parameters.
/// </summary>
public interface ITableWriter
{
    /// <summary>The endings of the files that it writes, in lower case with the dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Writes a table.</summary>
    /// <param name="rows">The full path of a CSV file (RFC 4180, UTF-8, comma, with a header) that holds the rows; an empty field is missing.</param>
    /// <param name="columns">Its columns, in file order.</param>
    /// <param name="file">The full path of the file to write; one that exists is replaced.</param>
    /// <param name="space">What the writing may use of the machine.</param>
    /// <exception cref="ModelBuildException">The rows cannot be written.</exception>
    void Write(string rows, IReadOnlyList<TableColumn> columns, string file, WorkingSpace space);
}
