using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Features;

/// <summary>What a project says about its features; everything else has its default.</summary>
public sealed record ProjectFeatures
{
    /// <summary>Nothing.</summary>
    public static ProjectFeatures None { get; } = new();

    /// <summary>The settings of features that have any, by column.</summary>
    public IReadOnlyDictionary<string, FeatureSettings> Settings { get; init; } = new Dictionary<string, FeatureSettings>(StringComparer.Ordinal);

    /// <summary>The products: a number, boolean or date, and what it is multiplied with; in the project's order.</summary>
    public IReadOnlyList<(string Number, string With)> Interactions { get; init; } = [];

    /// <summary>All of it as options of the recipe: <c>Feature.Income</c>, <c>Interaction.Income</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>The items that set something, for warnings: the place, the name and the settings' names.</summary>
    public IReadOnlyList<(SourceLocation Location, string Feature, IReadOnlyList<string> Settings)> Items { get; init; } = [];

    /// <summary>The settings of a feature.</summary>
    /// <param name="column">Its column in the contract.</param>
    public FeatureSettings Of(string column) => this.Settings.TryGetValue(column, out FeatureSettings? settings) ? settings : new FeatureSettings();
}
