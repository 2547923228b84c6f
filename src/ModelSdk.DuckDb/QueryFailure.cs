using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>Says what is wrong with a query, at its line and column, or with a file that it reads.</summary>
internal static class QueryFailure
{
    private static readonly string[] Refusals = ["Parser", "Syntax", "Binder", "Catalog", "Planner", "Not implemented", "Parameter Not Resolved", "Parameter Not Allowed"];

    /// <summary>The diagnostic.</summary>
    /// <param name="exception">What DuckDB says.</param>
    /// <param name="query">The query.</param>
    /// <param name="offset">How many bytes of our own stand in front of the query in the statement that failed.</param>
    public static ModelBuildException Explain(DuckDbException exception, QueryText query, int offset)
    {
        if (FileAt(exception, query) is { } file)
        {
            return FileFailure.Explain(exception, file);
        }

        SourceLocation place = query.PlaceOf(exception.Position - offset);
        string message = FileFailure.OneLine(exception.Message);
        return exception.Kind switch
        {
            "Permission" => new ModelBuildException(
                QueryDiagnostics.AccessDenied,
                $"A query reads the project's data files and nothing else. Name the file as <TrainingData Include=\"…\" Table=\"…\" /> and the table in the query. DuckDB: {message}",
                place),
            "Out of Memory" => new ModelBuildException(QueryDiagnostics.QueryFailed, FileFailure.MemoryText(exception), place),
            _ when Refusals.Contains(exception.Kind) => new ModelBuildException(QueryDiagnostics.InvalidQuery, $"DuckDB: {message}{Tables(exception, query)}", place),
            _ => new ModelBuildException(QueryDiagnostics.QueryFailed, $"The query failed. DuckDB: {message}", place),
        };
    }

    private static DataFile? FileAt(DuckDbException exception, QueryText query) =>
        exception.Kind == "Permission" ? null : query.File.Tables.FirstOrDefault(file => exception.Message.Contains(file.Path, StringComparison.Ordinal));

    private static string Tables(DuckDbException exception, QueryText query) =>
        exception.Message.StartsWith("Table with name", StringComparison.Ordinal)
            ? $" The tables are {Quote.List([.. query.File.Tables.Select(file => file.Table).Distinct(StringComparer.OrdinalIgnoreCase)])}."
            : "";
}
