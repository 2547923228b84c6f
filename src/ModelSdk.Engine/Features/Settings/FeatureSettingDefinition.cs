using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Features;

/// <summary>A setting that <c>&lt;ModelFeature&gt;</c> takes.</summary>
/// <param name="Name">The name of its metadata.</param>
/// <param name="Kinds">The kinds of features that it is for.</param>
/// <param name="Valid">What a value looks like, for messages.</param>
/// <param name="Canonical">The one way to write a value for a feature of that kind; null where it is invalid.</param>
/// <param name="Apply">The settings with a value in canonical form.</param>
internal sealed record FeatureSettingDefinition(
    string Name,
    IReadOnlyList<ColumnKind> Kinds,
    string Valid,
    Func<string, ColumnKind, string?> Canonical,
    Func<FeatureSettings, string, ColumnKind, FeatureSettings> Apply)
{
    /// <summary>The kinds that one value is for, where these are fewer than <see cref="Kinds"/>.</summary>
    public Func<string, IReadOnlyList<ColumnKind>>? KindsOf { get; init; }

    /// <summary>Whether a value, in any form, can be meant for features of that kind.</summary>
    public bool Fits(ColumnKind kind, string value) => (this.KindsOf?.Invoke(value) ?? this.Kinds).Contains(kind);
}
