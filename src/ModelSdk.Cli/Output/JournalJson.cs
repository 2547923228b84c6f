using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Cli.Output;

/// <summary>An environment and its events as JSON for programs.</summary>
internal static class JournalJson
{
    public static JsonValue Write(LineageEnvironment environment)
    {
        HashSet<string> heads = [.. environment.Heads.Select(head => head.Key)];
        return new JsonObjectBuilder
        {
            { "environment", environment.Name },
            { "versionId", environment.VersionId },
            { "inConflict", environment.IsInConflict },
            { "events", JsonValue.Of(environment.Events.Select(entry => Write(entry.Key, entry.Value, heads.Contains(entry.Key)))) },
        }.Build();
    }

    private static JsonValue Write(string id, EnvironmentEvent happened, bool isHead) =>
        JsonValue.Of([KeyValuePair.Create("id", JsonValue.Of(id)), KeyValuePair.Create("isHead", JsonValue.Of(isHead)), .. JsonReader.Parse(happened.ToJson()).Members]);
}
