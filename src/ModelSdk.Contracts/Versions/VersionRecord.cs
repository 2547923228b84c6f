using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Versions;

/// <summary>
/// What a build knows of the model that it made: the record <c>version.json</c> that is embedded in the assembly. It has neither author nor time
/// nor reason, so that equal builds are equal to the byte.
/// </summary>
/// <param name="Name">The model's name.</param>
/// <param name="Version">The SemVer, <c>0.1.0-dev.g</c> and eight digits of the model digest until there is a lineage.</param>
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
    }.Build());

    /// <summary>Reads a record.</summary>
    /// <param name="text">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="FormatException">The text is not a record, or one of a newer format.</exception>
    public static VersionRecord Read(string text)
    {
        JsonValue root = JsonReader.Parse(text);
        if (root["format"]?.Number != CurrentFormat)
        {
            throw new FormatException($"The version record has format \"{root["format"]?.Number}\"; this version reads format {CurrentFormat}.");
        }

        return new VersionRecord(Required(root, "name"), Required(root, "version"), Required(root, "modelDigest"), Required(root, "dataDigest"), Required(root, "recipeDigest"))
        {
            Project = root["project"]?.Text ?? "",
            Task = root["task"]?.Text ?? "",
            Trainer = root["trainer"]?.Text ?? "",
            Options = [.. (root["options"]?.Members ?? []).Select(pair => new KeyValuePair<string, string>(pair.Key, pair.Value.Text))],
            Metrics = [.. (root["metrics"]?.Members ?? []).Select(pair => new KeyValuePair<string, double>(pair.Key, pair.Value.Number))],
            Gates = root["gates"],
            SdkVersion = root["sdkVersion"]?.Text ?? "",
        };
    }

    private static string Required(JsonValue root, string name) =>
        root[name]?.Text ?? throw new FormatException($"The version record has no \"{name}\".");
}
