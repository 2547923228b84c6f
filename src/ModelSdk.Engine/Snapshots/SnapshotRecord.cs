using ModelSdk.Contracts.Json;

namespace ModelSdk.Engine.Snapshots;

/// <summary>Where a snapshot came from, as the file beside it says; it holds no secret.</summary>
/// <param name="Provider">The provider and its version.</param>
/// <param name="QueryDigest">SHA-256 of the query's text, line ends aside.</param>
/// <param name="Digest">SHA-256 of the snapshot file.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Columns">Each column's name and the type that the database gives it, in order.</param>
/// <param name="TakenAt">When it was read, UTC.</param>
public sealed record SnapshotRecord(
    string Provider, string QueryDigest, string Digest, long Rows, IReadOnlyList<KeyValuePair<string, string>> Columns, DateTimeOffset TakenAt)
{
    /// <summary>The ending that is added to the name of a snapshot.</summary>
    public const string Ending = ".snapshot.json";

    /// <summary>The record as JSON.</summary>
    public string ToJson() => JsonText.Indented(new JsonObjectBuilder
    {
        { "format", 1 },
        { "provider", this.Provider },
        { "queryDigest", this.QueryDigest },
        { "digest", this.Digest },
        { "rows", this.Rows },
        { "columns", JsonValue.Of(this.Columns.Select(column => new JsonObjectBuilder { { "name", column.Key }, { "type", column.Value } }.Build())) },
        { "takenAt", this.TakenAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) },
    }.Build());

    /// <summary>The digest that a record names; null where there is no readable record.</summary>
    /// <param name="path">The record's file.</param>
    public static string? DigestIn(string path)
    {
        try
        {
            return File.Exists(path) ? JsonReader.Parse(File.ReadAllText(path))["digest"]?.Text : null;
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }
}
