using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Stations;

namespace ModelSdk.Cli.Output;

/// <summary>What a command recorded, as JSON for programs.</summary>
internal static class ChangeJson
{
    /// <summary>A commit.</summary>
    public static JsonValue Commit(CommitResult result) => new JsonObjectBuilder
    {
        { "version", result.Record.Version },
        { "id", result.Version.Id },
        { "isNew", result.IsNew },
        { "name", result.Record.Name },
        { "parents", result.Record.Parents },
        { "reason", result.Record.Commit!.Reason },
        { "author", result.Record.Commit.Author },
        { "time", RecordTime.Write(result.Record.Commit.Time) },
        { "modelDigest", result.Record.ModelDigest },
        { "metrics", JsonValue.Of(result.Record.Metrics.Select(pair => KeyValuePair.Create(pair.Key, JsonValue.Of(pair.Value)))) },
        { "waivers", result.Record.Waivers },
        { "changes", result.Record.Changes },
    }.Build();

    /// <summary>A promotion or a rollback, the record as it lies in the store.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="happened">The event.</param>
    /// <param name="isNew">Whether it was recorded now.</param>
    public static JsonValue Event(string id, EnvironmentEvent happened, bool isNew) => WithId(id, isNew, happened.ToJson());

    /// <summary>A retirement, the record as it lies in the store.</summary>
    /// <param name="id">The retirement's id.</param>
    /// <param name="retirement">The retirement.</param>
    /// <param name="isNew">Whether it was recorded now.</param>
    public static JsonValue Retirement(string id, Retirement retirement, bool isNew) => WithId(id, isNew, retirement.ToJson());

    private static JsonValue WithId(string id, bool isNew, string record) =>
        JsonValue.Of([KeyValuePair.Create("id", JsonValue.Of(id)), KeyValuePair.Create("isNew", JsonValue.Of(isNew)), .. JsonReader.Parse(record).Members]);
}
