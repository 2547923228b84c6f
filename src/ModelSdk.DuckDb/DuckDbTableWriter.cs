using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>Writes Parquet files (Zstandard, one thread, the rows in their order), so that equal rows are equal bytes with the same version of DuckDB.</summary>
public sealed class DuckDbTableWriter : ITableWriter
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".parquet"];

    /// <inheritdoc/>
    /// <exception cref="ModelBuildException">DuckDB refuses the rows or cannot write the file.</exception>
    public void Write(string rows, IReadOnlyList<TableColumn> columns, string file, WorkingSpace space)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(space);
        using DuckDbSession session = DuckDbSession.Open([rows, file], space, threads: 1);
        try
        {
            session.Execute(Statement(rows, columns, file));
        }
        catch (DuckDbException exception)
        {
            throw new ModelBuildException(SnapshotDiagnostics.NotWritten, $"The rows cannot be written as Parquet: {FileFailure.OneLine(exception.Message)}", new SourceLocation(file));
        }
    }

    private static string Statement(string rows, IReadOnlyList<TableColumn> columns, string file)
    {
        string texts = string.Join(", ", columns.Select((_, index) => $"'c{index}': 'VARCHAR'"));
        string values = string.Join(", ", columns.Select((column, index) => $"CAST(c{index} AS {Type(column)}) AS {SqlText.Name(column.Name)}"));
        string source = $"read_csv({SqlText.Literal(rows)}, auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', comment = '', nullstr = '', "
            + $"new_line = '\\n', strict_mode = true, parallel = false, hive_partitioning = false, columns = {{{texts}}})";

        // DuckDB's temporary file has another name, which the session may not write.
        return $"COPY (SELECT {values} FROM {source}) TO {SqlText.Literal(file)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)";
    }

    private static string Type(TableColumn column) => column.Kind switch
    {
        TableColumnKind.WholeNumber => "BIGINT",
        TableColumnKind.UnsignedWholeNumber => "UBIGINT",
        TableColumnKind.Number => "DOUBLE",
        TableColumnKind.FixedPoint => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({column.Digits}, {column.Places})"),
        TableColumnKind.Boolean => "BOOLEAN",
        TableColumnKind.Date => "DATE",
        TableColumnKind.Timestamp => "TIMESTAMP",
        TableColumnKind.UtcTimestamp => "TIMESTAMP WITH TIME ZONE",
        _ => "VARCHAR",
    };
}
