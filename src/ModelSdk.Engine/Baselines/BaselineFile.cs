using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Files;

namespace ModelSdk.Engine.Baselines;

/// <summary>Reads and writes <c>baselines.json</c>.</summary>
public static class BaselineFile
{
    /// <summary>The version of the format that this code reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The file's content: UTF-8, indented, LF, with a final line end.</summary>
    /// <param name="scores">The scores.</param>
    public static byte[] Write(BaselineScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return ArtifactJson.Write(new()
        {
            { "format", CurrentFormat },
            { "firstVersion", scores.IsFirstVersion },
            { "baselines", JsonValue.Of(scores.Scores.Select(Write)) },
        });
    }

    /// <summary>Reads what <see cref="Write(BaselineScores)"/> wrote.</summary>
    /// <param name="content">The file's content.</param>
    /// <exception cref="InvalidDataException">The content is not such a file.</exception>
    public static BaselineScores Read(ReadOnlySpan<byte> content) => ArtifactJson.Read(content, "baselines", CurrentFormat, root => new BaselineScores(
        root.Required("firstVersion", JsonKind.Boolean).Boolean,
        [.. root.Required("baselines", JsonKind.Array).Items.Select(Read)]));

    private static JsonValue Write(BaselineScore score) => new JsonObjectBuilder
    {
        { "reference", score.Reference },
        { "versionId", score.VersionId },
        { "version", score.Version },
        { "rows", score.Rows },
        { "changedDecisions", score.ChangedDecisions },
        { "metrics", score.Metrics is { } metrics ? JsonValue.Of(metrics.Values.Select(pair => KeyValuePair.Create(pair.Key, JsonValue.Of(pair.Value)))) : null },
        { "undefined", score.Metrics is { } undefined ? JsonValue.Of(undefined.Undefined.Select(pair => KeyValuePair.Create(pair.Key, JsonValue.Of(pair.Value)))) : null },
        { "problem", score.Problem },
        { "note", score.Note },
    }.Build();

    private static BaselineScore Read(JsonValue value) => new(
        value.Required("reference", JsonKind.String).Text, value.Required("versionId", JsonKind.String).Text, value.Required("version", JsonKind.String).Text)
    {
        Rows = (int)value.Required("rows", JsonKind.Number).Number,
        ChangedDecisions = (int?)value["changedDecisions"]?.Number,
        Metrics = value["metrics"] is { } metrics
            ? new MetricValues(
                [.. metrics.Members.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Number))],
                [.. (value["undefined"]?.Members ?? []).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Text))])
            : null,
        Problem = value["problem"]?.Text,
        Note = value["note"]?.Text,
    };
}
