using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>
/// How the values of DuckDB's types are written as text: whole numbers in digits, other numbers in the shortest form that reads back as the same
/// double (a decimal in all its places), <c>true</c> and <c>false</c>, dates and times as ISO 8601 and those with a zone in UTC.
/// </summary>
internal static class ColumnText
{
    private static readonly string[] Plain =
    [
        "VARCHAR", "UUID", "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT",
        "UHUGEINT", "DOUBLE", "DATE", "TIME", "TIME_NS", "JSON", "\"NULL\"",
    ];

    /// <summary>The expressions that write columns as text.</summary>
    /// <param name="columns">The columns; they are addressed as <c>c0</c>, <c>c1</c> and so on.</param>
    /// <param name="file">The file or query that they come from.</param>
    /// <exception cref="ModelBuildException">Columns are of types that are no single value.</exception>
    public static string Expressions(IReadOnlyList<DuckDbColumn> columns, DataFile file)
    {
        string?[] texts = [.. columns.Select((column, index) => Expression(column.Type, $"c{index}"))];
        string[] unusable = [.. columns.Where((_, index) => texts[index] is null).Select(column => $"{Quote.Value(column.Name)} ({column.Type})")];
        if (unusable.Length > 0)
        {
            string text = $"{(unusable.Length == 1 ? "A column has a type" : "Columns have types")} that cannot be used, since a column holds one number, text, boolean or time a row: "
                + $"{Quote.List(unusable)}. Write a query (ModelQueryFile) that leaves them out, or takes out of them what is needed.";
            throw new ModelBuildException(QueryDiagnostics.UnsupportedType, text, new SourceLocation(file.Path));
        }

        return string.Join(", ", texts);
    }

    private static string? Expression(string type, string column) => type switch
    {
        _ when Plain.Contains(type) => $"CAST({column} AS VARCHAR)",
        _ when type.EndsWith(']') => null,
        _ when type.StartsWith("DECIMAL(", StringComparison.Ordinal) || type.StartsWith("ENUM(", StringComparison.Ordinal) => $"CAST({column} AS VARCHAR)",

        // The same number as a double; as a float it has a shorter text, which is another double.
        "FLOAT" => $"CAST(CAST({column} AS DOUBLE) AS VARCHAR)",
        "TIMESTAMP" or "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP_NS" => IsoTime(column),
        "TIMESTAMP WITH TIME ZONE" => $"{IsoTime($"{column} AT TIME ZONE 'UTC'")} || 'Z'",
        _ => null,
    };

    private static string IsoTime(string value) => $"replace(CAST({value} AS VARCHAR), ' ', 'T')";
}
