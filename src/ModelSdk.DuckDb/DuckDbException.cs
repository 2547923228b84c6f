using System.Text.Json;

namespace ModelSdk.DuckDb;

/// <summary>What DuckDB says about a statement that it refused or that failed.</summary>
/// <param name="kind">DuckDB's kind of error, for example <c>Binder</c> or <c>Permission</c>.</param>
/// <param name="text">Its message, without the excerpt of the statement.</param>
/// <param name="position">Where in the statement, in bytes of UTF-8 from 0; null where DuckDB does not say.</param>
internal sealed class DuckDbException(string kind, string text, int? position) : Exception(text)
{
    /// <summary>DuckDB's kind of error.</summary>
    public string Kind { get; } = kind;

    /// <summary>Where in the statement, in bytes of UTF-8 from 0; null where DuckDB does not say.</summary>
    public int? Position { get; } = position;

    /// <summary>Reads an error of a session that sets <c>errors_as_json</c>.</summary>
    /// <param name="message">What DuckDB returned; some errors have words before the JSON, some are plain text.</param>
    public static DuckDbException Parse(string message)
    {
        int start = message.IndexOf('{', StringComparison.Ordinal);
        try
        {
            using JsonDocument document = JsonDocument.Parse(message[Math.Max(0, start)..]);
            JsonElement root = document.RootElement;
            int? position = root.TryGetProperty("position", out JsonElement place) && int.TryParse(place.GetString(), out int offset) ? offset : null;
            return new DuckDbException(root.GetProperty("exception_type").GetString()!, root.GetProperty("exception_message").GetString()!, position);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new DuckDbException("", message, null);
        }
    }
}
