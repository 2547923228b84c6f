using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Features;

/// <summary>Feature items as options of a recipe, and back.</summary>
public static class FeatureOptions
{
    /// <summary>The item type of settings.</summary>
    public const string FeatureType = "ModelFeature";

    /// <summary>The item type of products.</summary>
    public const string InteractionType = "ModelInteraction";

    /// <summary>What the name of a feature's option begins with.</summary>
    public const string FeaturePrefix = "Feature.";

    /// <summary>What the name of a product's option begins with.</summary>
    public const string InteractionPrefix = "Interaction.";

    /// <summary>Whether an option of a recipe comes from a feature item.</summary>
    /// <param name="name">The option's name.</param>
    public static bool IsFeatureOption(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith(FeaturePrefix, StringComparison.Ordinal) || name.StartsWith(InteractionPrefix, StringComparison.Ordinal);
    }

    /// <summary>The products as options: for each number the list of what it is multiplied with, canonical JSON.</summary>
    /// <param name="interactions">The products.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(IEnumerable<(string Number, string With)> interactions) => interactions
        .GroupBy(pair => pair.Number, pair => pair.With, StringComparer.Ordinal)
        .Select(group => KeyValuePair.Create(InteractionPrefix + group.Key, JsonText.Canonical(JsonValue.Of(group))));

    /// <summary>The items that an option stands for.</summary>
    /// <param name="option">An option for which <see cref="IsFeatureOption"/> holds.</param>
    /// <param name="place">Where the items are said to stand.</param>
    public static IEnumerable<ProjectItem> Items(KeyValuePair<string, string> option, SourceLocation place)
    {
        if (option.Key.StartsWith(FeaturePrefix, StringComparison.Ordinal))
        {
            Dictionary<string, string> settings = option.Value.Split(';').Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[^1], StringComparer.OrdinalIgnoreCase);
            return [new ProjectItem(FeatureType, option.Key[FeaturePrefix.Length..], settings, place)];
        }

        string number = option.Key[InteractionPrefix.Length..];
        return JsonReader.Parse(option.Value).Items.Select(other => new ProjectItem(InteractionType, number, new Dictionary<string, string> { ["With"] = other.Text }, place));
    }
}
