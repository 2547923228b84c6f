using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>A data file as something that SQL can select from, with every column named and typed.</summary>
internal static class FileRelation
{
    /// <summary>The columns of the objects only, each as JSON: every value is what it is, a date is a string, and a column may have values of several kinds.</summary>
    public const int JsonValues = 1;

    /// <summary>The columns typed by all of their values, so that a query can calculate with them.</summary>
    public const int TypedValues = 2;

    /// <summary>The expression for a file.</summary>
    /// <param name="session">A session that may read the file.</param>
    /// <param name="file">The file.</param>
    /// <param name="jsonDepth">For JSON: <see cref="JsonValues"/> or <see cref="TypedValues"/>.</param>
    /// <exception cref="ModelBuildException">The file has no usable columns.</exception>
    /// <exception cref="DuckDbException">The file is malformed.</exception>
    public static string Of(DuckDbSession session, DataFile file, int jsonDepth)
    {
        RequirePlainName(file);
        return file.Extension switch
        {
            ".parquet" => $"read_parquet({SqlText.Literal(file.Path)}, binary_as_string = true, hive_partitioning = false)",
            ".json" or ".jsonl" or ".ndjson" => Json(session, file, jsonDepth),
            _ => Csv(file),
        };
    }

    /// <summary>The columns of anything that can be selected from.</summary>
    public static IReadOnlyList<DuckDbColumn> Columns(DuckDbSession session, string relation) =>
        [.. session.Texts($"DESCRIBE SELECT * FROM {relation}").Select(row => new DuckDbColumn(row[0], row[1]))];

    private static string Json(DuckDbSession session, DataFile file, int depth)
    {
        string format = JsonFile.Format(file);
        string source = $"read_json({SqlText.Literal(file.Path)}, format = '{format}', records = true, hive_partitioning = false";
        IReadOnlyList<DuckDbColumn> columns = Columns(session, $"{source}, sample_size = -1, maximum_depth = {depth}, map_inference_threshold = -1)");
        return $"{source}, columns = {{{string.Join(", ", columns.Select(column => $"{SqlText.Literal(column.Name)}: {SqlText.Literal(column.Type)}"))}}})";
    }

    private static string Csv(DataFile file)
    {
        char delimiter = file.Delimiter ?? CsvHeader.Delimiter(file);
        string columns = string.Join(", ", CsvHeader.Read(file, delimiter).Select(name => $"{SqlText.Literal(name)}: 'VARCHAR'"));
        return $"read_csv({SqlText.Literal(file.Path)}, auto_detect = false, header = true, delim = {SqlText.Literal($"{delimiter}")}, quote = '\"', escape = '\"', "
            + $"comment = '', nullstr = ['', 'NA', 'NaN', 'nan', 'null', 'NULL'], hive_partitioning = false, columns = {{{columns}}})";
    }

    private static void RequirePlainName(DataFile file)
    {
        if (file.Path.AsSpan().ContainsAny('*', '?'))
        {
            throw new ModelBuildException(
                DataDiagnostics.DataFileUnreadable, $"The data file {Quote.Value(file.DisplayPath)} cannot be read: DuckDB would take * and ? in its name for a pattern. Rename it.", file.DeclaredAt);
        }
    }
}
