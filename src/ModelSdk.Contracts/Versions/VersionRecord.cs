using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Versions;

/// <summary>
/// What is known of a version of a model. A build writes it as <c>version.json</c> and embeds it, with neither author nor time nor reason, so that
/// equal builds are equal to the byte; <c>commit</c> adds these (<see cref="Commit"/>) and stores it. The SHA-256 of a committed record is the version's id.
/// </summary>
/// <param name="Name">The model's name.</param>
/// <param name="Version">The SemVer; of a build that is not committed, the next one with <c>-dev.g</c> and eight digits of the model digest.</param>
/// <param name="ModelDigest">SHA-256 of the model file.</param>
/// <param name="DataDigest">SHA-256 over the parsed training rows.</param>
/// <param name="RecipeDigest">SHA-256 over all that determines the model.</param>
public sealed record VersionRecord(string Name, string Version, string ModelDigest, string DataDigest, string RecipeDigest)
{
    /// <summary>The version of the record's format that this code reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The project's path relative to the repository or, without one, its file name; forward slashes.</summary>
    public string Project { get; init; } = "";

    /// <summary>The task, as <see cref="Schema.ModelTask"/> spells it.</summary>
    public string Task { get; init; } = "";

    /// <summary>The trainer.</summary>
    public string Trainer { get; init; } = "";

    /// <summary>The options that determined the model, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>The metrics on the test rows, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Metrics { get; init; } = [];

    /// <summary>The gates with their outcomes, as <c>gate.json</c> lists them; null where none was judged.</summary>
    public JsonValue? Gates { get; init; }

    /// <summary>The version of the SDK that built.</summary>
    public string SdkVersion { get; init; } = "";

    /// <summary>The ids of the versions that this one follows, in ordinal order; none for the first.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>SHA-256 of the contract's semantic part.</summary>
    public string ContractDigest { get; init; } = "";

    /// <summary>The C# property of each feature and of the label, by column: what callers are compiled against.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Properties { get; init; } = [];

    /// <summary>SHA-256 over what decided which rows judged: the test data and the split; empty where none did.</summary>
    public string TestDigest { get; init; } = "";

    /// <summary>The waivers of failed gates, each with <c>metric</c>, <c>reason</c> and <c>expires</c>; null where there are none.</summary>
    public JsonValue? Waivers { get; init; }

    /// <summary>What changed against each parent; null where there is none, and in embedded records.</summary>
    public JsonValue? Changes { get; init; }

    /// <summary>The id of the committed version that was built again; empty for one that is not committed, and in committed records.</summary>
    public string Id { get; init; } = "";

    /// <summary>What the commit added; null in embedded records.</summary>
    public CommitFacts? Commit { get; init; }

    /// <summary>The record's bytes as text: canonical JSON, no line end.</summary>
    public string ToJson() => JsonText.Canonical(new JsonObjectBuilder
    {
        { "format", CurrentFormat },
        { "name", this.Name },
        { "project", this.Project },
        { "version", this.Version },
        { "modelDigest", this.ModelDigest },
        { "dataDigest", this.DataDigest },
        { "recipeDigest", this.RecipeDigest },
        { "task", this.Task },
        { "trainer", this.Trainer },
        { "options", JsonValue.Of(this.Options.Select(pair => new KeyValuePair<string, JsonValue>(pair.Key, JsonValue.Of(pair.Value)))) },
        { "metrics", JsonValue.Of(this.Metrics.Select(pair => new KeyValuePair<string, JsonValue>(pair.Key, JsonValue.Of(pair.Value)))) },
        { "gates", this.Gates },
        { "sdkVersion", this.SdkVersion },
        { "parents", this.Parents },
        { "contractDigest", this.ContractDigest },
        { "properties", this.Properties.Count == 0 ? null : CallerNames.Write(this.Properties) },
        { "testDigest", NotEmpty(this.TestDigest) },
        { "waivers", this.Waivers },
        { "changes", this.Changes },
        { "id", NotEmpty(this.Id) },
        { "author", this.Commit?.Author },
        { "time", this.Commit is { } commit ? RecordTime.Write(commit.Time) : null },
        { "reason", this.Commit?.Reason },
        { "trainingObject", this.Commit?.TrainingObject },
        { "evaluationObject", this.Commit?.EvaluationObject },
    }.Build());

    /// <summary>Reads a record.</summary>
    /// <param name="text">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="FormatException">The text is not a record, or one of a newer format.</exception>
    public static VersionRecord Read(string text)
    {
        RecordMembers members = RecordMembers.Parse(text, "version record", CurrentFormat);
        return new VersionRecord(members.Text("name"), members.Text("version"), members.Text("modelDigest"), members.Text("dataDigest"), members.Text("recipeDigest"))
        {
            Project = OptionalText(members, "project"),
            Task = OptionalText(members, "task"),
            Trainer = OptionalText(members, "trainer"),
            Options = [.. (members.Optional("options")?.Members ?? []).Select(pair => new KeyValuePair<string, string>(pair.Key, pair.Value.Text))],
            Metrics = [.. (members.Optional("metrics")?.Members ?? []).Select(pair => new KeyValuePair<string, double>(pair.Key, pair.Value.Number))],
            Gates = members.Optional("gates"),
            SdkVersion = OptionalText(members, "sdkVersion"),
            Parents = [.. (members.Optional("parents")?.Items ?? []).Select(parent => parent.Text)],
            ContractDigest = OptionalText(members, "contractDigest"),
            Properties = [.. (members.Optional("properties")?.Members ?? []).Select(pair => new KeyValuePair<string, string>(pair.Key, pair.Value.Text))],
            TestDigest = OptionalText(members, "testDigest"),
            Waivers = members.Optional("waivers"),
            Changes = members.Optional("changes"),
            Id = OptionalText(members, "id"),
            Commit = members.Optional("reason") is null ? null : ReadCommit(members),
        };
    }

    private static CommitFacts ReadCommit(RecordMembers members) => new(members.Text("author"), RecordTime.Read(members.Text("time")), members.Text("reason"))
    {
        TrainingObject = members.Text("trainingObject"),
        EvaluationObject = members.Text("evaluationObject"),
    };

    private static string OptionalText(RecordMembers members, string name) => members.Optional(name)?.Text ?? "";

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
