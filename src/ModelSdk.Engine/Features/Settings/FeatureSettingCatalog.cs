using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Features;

/// <summary>The settings of <c>&lt;ModelFeature&gt;</c>.</summary>
internal static class FeatureSettingCatalog
{
    private const int MostWords = 2;

    private static readonly ColumnKind[] Plain = [ColumnKind.Numeric, ColumnKind.Integer];
    private static readonly ColumnKind[] Truth = [.. Plain, ColumnKind.Boolean];
    private static readonly ColumnKind[] Numbers = [.. Truth, ColumnKind.Date];
    private static readonly ColumnKind[] Dates = [ColumnKind.Date];
    private static readonly ColumnKind[] Texts = [ColumnKind.Text];

    /// <summary>All settings, in the order in which messages and recipes list them.</summary>
    public static IReadOnlyList<FeatureSettingDefinition> All { get; } =
    [
        Choice<FeatureTransform>("Transform", Plain, (settings, value) => settings with { Transform = value }),
        Choice<FeatureScale>("Scale", Numbers, (settings, value) => settings with { Scale = value }) with
        {
            KindsOf = value => value.Equals(nameof(FeatureScale.Quantile), StringComparison.OrdinalIgnoreCase) ? Plain : Numbers,
        },
        Choice<FeatureImpute>("Impute", Numbers, (settings, value) => settings with { Impute = value }),
        new(
            "ImputeValue",
            Numbers,
            "a value of the feature: a number, true or false, or a date such as 2026-01-31",
            FeatureSettingValues.FeatureValue,
            (settings, text, kind) => settings with { ImputeValue = FeatureSettingValues.FeatureNumber(text, kind) }),
        new(
            "MissingIndicator",
            Enum.GetValues<ColumnKind>(),
            "true, false",
            (text, _) => FeatureSettingValues.Flag(text),
            (settings, text, _) => settings with { MissingIndicator = text == "true" }),
        new(
            "Monotone",
            Numbers,
            "None, Increasing, Decreasing",
            (text, _) => FeatureSettingValues.Choice<MonotoneDirection>(text),
            (settings, text, _) => settings with { Monotone = (int)Enum.Parse<MonotoneDirection>(text) }),
        new(
            "DateParts",
            Dates,
            $"one or several of {string.Join(", ", Enum.GetNames<DatePart>())}, separated by semicolons",
            (text, _) => FeatureSettingValues.Set<DatePart>(text),
            (settings, text, _) => settings with { DateParts = FeatureSettingValues.Members<DatePart>(text) }),
        new(
            "Text",
            Texts,
            "Words, Characters, or both, separated by a semicolon",
            (text, _) => FeatureSettingValues.Set<TextUnit>(text),
            (settings, text, _) => ApplyUnits(settings, FeatureSettingValues.Members<TextUnit>(text))),
        new(
            "TextBuckets",
            Texts,
            $"a whole number from 1 to {TextEncoding.MostBuckets}",
            (text, _) => FeatureSettingValues.Whole(text, 1, TextEncoding.MostBuckets),
            (settings, text, _) => settings with { TextBuckets = FeatureSettingValues.Number(text) }),
        new(
            "WordNgrams",
            Texts,
            "1, 1-2",
            (text, _) => FeatureSettingValues.Range(text, 1, MostWords) is { } range && range[0] == '1' ? range : null,
            (settings, text, _) => settings with { WordNgrams = FeatureSettingValues.Ends(text).Longest }),
        new(
            "CharacterNgrams",
            Texts,
            $"a range of lengths such as 3-5, from 1 to {TextEncoding.LongestNgram}",
            (text, _) => FeatureSettingValues.Range(text, 1, TextEncoding.LongestNgram),
            (settings, text, _) => settings with { CharacterNgrams = FeatureSettingValues.Ends(text) }),
    ];

    private static FeatureSettings ApplyUnits(FeatureSettings settings, IReadOnlyList<TextUnit> units) =>
        settings with { Words = units.Contains(TextUnit.Words), Characters = units.Contains(TextUnit.Characters) };

    private static FeatureSettingDefinition Choice<T>(string name, ColumnKind[] kinds, Func<FeatureSettings, T, FeatureSettings> apply)
        where T : struct, Enum => new(
            name,
            kinds,
            string.Join(", ", Enum.GetNames<T>()),
            (text, _) => FeatureSettingValues.Choice<T>(text),
            (settings, text, _) => apply(settings, Enum.Parse<T>(text)));
}
