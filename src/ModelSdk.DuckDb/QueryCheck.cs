using System.Globalization;
using System.Text.Json;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>Refuses what is no single SELECT statement, and what gives something else each time. DuckDB's own parser reads the query.</summary>
internal static class QueryCheck
{
    // Not of the same stability as now() by DuckDB's list, but they do not change a result here.
    private const string Harmless = "'current_database', 'current_schema', 'current_schemas', 'in_search_path', 'error', 'stats'";
    private static readonly string[] TimeWords = ["current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"];

    /// <summary>Checks a query.</summary>
    /// <exception cref="ModelBuildException">The query is invalid or not repeatable; its line and column are given.</exception>
    public static void Check(DuckDbSession session, QueryText query)
    {
        using JsonDocument document = JsonDocument.Parse(
            session.Texts($"SELECT json_serialize_sql({SqlText.Literal(query.Text)})::VARCHAR")[0][0], new JsonDocumentOptions { MaxDepth = 1000 });
        JsonElement root = document.RootElement;
        if (root.GetProperty("error").GetBoolean())
        {
            throw Invalid(root, query);
        }

        int statements = root.GetProperty("statements").GetArrayLength();
        if (statements != 1)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"A query is one SELECT statement; the file has {statements}.");
            throw new ModelBuildException(QueryDiagnostics.InvalidQuery, text, query.PlaceOf(0));
        }

        HashSet<string> volatileNames = [.. session.Texts($"SELECT DISTINCT function_name FROM duckdb_functions() WHERE stability <> 'CONSISTENT' AND function_name NOT IN ({Harmless})").Select(row => row[0])];
        RequireRepeatable(root, query, volatileNames);
    }

    private static ModelBuildException Invalid(JsonElement root, QueryText query)
    {
        int? position = root.TryGetProperty("position", out JsonElement place) && int.TryParse(place.GetString(), out int offset) ? offset : null;
        string message = FileFailure.OneLine(root.GetProperty("error_message").GetString()!);
        string text = root.GetProperty("error_type").GetString() == "parser" ? $"DuckDB: {message}" : $"A query is one SELECT statement. DuckDB: {message}";
        return new ModelBuildException(QueryDiagnostics.InvalidQuery, text, query.PlaceOf(position));
    }

    private static void RequireRepeatable(JsonElement node, QueryText query, HashSet<string> volatileNames)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in node.EnumerateArray())
            {
                RequireRepeatable(item, query, volatileNames);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            RefuseVolatile(node, query, volatileNames);
            foreach (JsonProperty member in node.EnumerateObject())
            {
                RequireRepeatable(member.Value, query, volatileNames);
            }
        }
    }

    private static void RefuseVolatile(JsonElement node, QueryText query, HashSet<string> volatileNames)
    {
        string? name = node.TryGetProperty("function_name", out JsonElement function) ? function.GetString()
            : node.TryGetProperty("column_names", out JsonElement names) && names.GetArrayLength() == 1 ? TimeWords.FirstOrDefault(word => word.Equals(names[0].GetString(), StringComparison.OrdinalIgnoreCase))
            : null;
        if (name is not null && (volatileNames.Contains(name.ToLowerInvariant()) || TimeWords.Contains(name)))
        {
            string text = $"{name} gives something else each time, and the same data must give the same rows. Leave it out, or write the value itself into the query.";
            throw new ModelBuildException(QueryDiagnostics.UnrepeatableQuery, text, query.PlaceOf(Location(node)));
        }

        if (node.TryGetProperty("sample", out JsonElement sample) && sample.ValueKind == JsonValueKind.Object && sample.GetProperty("seed").GetInt64() < 0)
        {
            const string Text = "A sample without a seed gives other rows each time. Write the method and a seed: USING SAMPLE 10% (bernoulli, 1).";
            throw new ModelBuildException(QueryDiagnostics.UnrepeatableQuery, Text, query.PlaceOf(Location(node)));
        }
    }

    private static int? Location(JsonElement node) =>
        node.TryGetProperty("query_location", out JsonElement place) && place.TryGetInt32(out int offset) ? offset : null;
}
