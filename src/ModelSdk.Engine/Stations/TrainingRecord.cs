using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Profiles;
using ModelSdk.Engine.Training;

namespace ModelSdk.Engine.Stations;

/// <summary>What training found out, as <c>training.json</c> keeps it.</summary>
/// <param name="RecipeDigest">SHA-256 over all that determines the model.</param>
/// <param name="ModelDigest">SHA-256 of the model file.</param>
/// <param name="DataDigest">SHA-256 over the parsed training data.</param>
/// <param name="Trainer">The trainer that was used, never <c>Auto</c>.</param>
/// <param name="Options">The options that determined the model, by name.</param>
/// <param name="TrainingRows">How many rows were fitted.</param>
internal sealed record TrainingRecord(
    string RecipeDigest, string ModelDigest, string DataDigest, string Trainer, IReadOnlyList<KeyValuePair<string, string>> Options, int TrainingRows)
{
    /// <summary>The naive predictor as fitted on the training rows: the label's mean, or the classes' frequencies.</summary>
    public IReadOnlyList<double> Naive { get; init; } = [];

    /// <summary>The objective at the start and after each iteration; empty where nothing iterates.</summary>
    public IReadOnlyList<double> Convergence { get; init; } = [];

    /// <summary>The objective on validation rows; empty where there were none.</summary>
    public IReadOnlyList<double> ValidationConvergence { get; init; } = [];

    /// <summary>How certain the coefficients are; empty where the trainer cannot tell.</summary>
    public IReadOnlyList<CoefficientStatistic> Statistics { get; init; } = [];

    /// <summary>Numbers that describe the fit, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Figures { get; init; } = [];

    /// <summary>What the trainer decided, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the training data looked like; null where it was not looked at.</summary>
    public TableProfile? Profile { get; init; }

    public string ToJson() => JsonText.Indented(new JsonObjectBuilder
    {
        { "recipeDigest", this.RecipeDigest },
        { "modelDigest", this.ModelDigest },
        { "dataDigest", this.DataDigest },
        { "trainer", this.Trainer },
        { "options", JsonValue.Of(this.Options.Select(option => new KeyValuePair<string, JsonValue>(option.Key, JsonValue.Of(option.Value)))) },
        { "trainingRows", this.TrainingRows },
        { "naive", Numbers(this.Naive) },
        { "convergence", Numbers(this.Convergence) },
        { "validationConvergence", this.ValidationConvergence.Count > 0 ? Numbers(this.ValidationConvergence) : null },
        { "statistics", this.Statistics.Count > 0 ? JsonValue.Of(this.Statistics.Select(CoefficientStatisticJson.Write)) : null },
        { "figures", this.Figures.Count > 0 ? JsonValue.Of(this.Figures.Select(figure => new KeyValuePair<string, JsonValue>(figure.Key, JsonValue.Of(figure.Value)))) : null },
        { "notes", this.Notes.Count > 0 ? JsonValue.Of(this.Notes) : null },
        { "profile", this.Profile is { } profile ? TableProfileJson.Write(profile) : null },
    }.Build());

    public static TrainingRecord Read(string text)
    {
        JsonValue root = JsonReader.Parse(text);
        return new TrainingRecord(
            root["recipeDigest"]!.Text,
            root["modelDigest"]!.Text,
            root["dataDigest"]!.Text,
            root["trainer"]!.Text,
            [.. root["options"]!.Members.Select(member => new KeyValuePair<string, string>(member.Key, member.Value.Text))],
            (int)root["trainingRows"]!.Number)
        {
            Naive = [.. root["naive"]!.Items.Select(item => item.Number)],
            Convergence = [.. root["convergence"]!.Items.Select(item => item.Number)],
            ValidationConvergence = [.. root["validationConvergence"]?.Items.Select(item => item.Number) ?? []],
            Statistics = [.. root["statistics"]?.Items.Select(CoefficientStatisticJson.Read) ?? []],
            Figures = [.. root["figures"]?.Members.Select(member => new KeyValuePair<string, double>(member.Key, member.Value.Number)) ?? []],
            Notes = [.. root["notes"]?.Items.Select(item => item.Text) ?? []],
            Profile = root["profile"] is { } profile ? TableProfileJson.Read(profile) : null,
        };
    }

    private static JsonValue Numbers(IEnumerable<double> values) => JsonValue.Of(values.Select(value => JsonValue.Of(value)));
}
