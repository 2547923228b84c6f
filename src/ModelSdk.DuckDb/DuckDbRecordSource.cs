using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>Reads Parquet, JSON and SQL queries over data files with DuckDB; docs/data.md has the rules.</summary>
public sealed class DuckDbRecordSource : IRecordSource
{
    /// <inheritdoc/>
    public int Revision => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".parquet", ".json", ".jsonl", ".ndjson", ".sql"];

    /// <inheritdoc/>
    /// <exception cref="ModelBuildException">The file or query cannot be read, or holds columns that are no single values.</exception>
    public IRecordReader Open(DataFile file, WorkingSpace space)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(space);
        return file.Tables.Count > 0 ? QueryReader.Open(file, space) : FileReader.Open(file, space);
    }
}
