using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>A file of rows, or a query that gives rows.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="DisplayPath">How messages and records name it: relative to the project, forward slashes.</param>
/// <param name="DeclaredAt">The item that named it.</param>
public sealed record DataFile(string Path, string DisplayPath, SourceLocation DeclaredAt)
{
    /// <summary>The field delimiter; null to detect it.</summary>
    public char? Delimiter { get; init; }

    /// <summary>For a table of a query: the name that the query uses. Files with the same name are one table, in the order given. Empty outside of queries.</summary>
    public string Table { get; init; } = "";

    /// <summary>For a query, whose SQL text is in the file: the files that it reads, at least one. Empty where the file itself holds the rows.</summary>
    public IReadOnlyList<DataFile> Tables { get; init; } = [];

    /// <summary>The ending of the file's name in lower case with the dot, for example <c>.parquet</c>; <c>.sql</c> for every query.</summary>
    public string Extension => this.Tables.Count > 0 ? ".sql" : System.IO.Path.GetExtension(this.Path).ToLowerInvariant();
}
