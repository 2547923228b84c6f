using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Contracts.Models;

/// <summary>Writes and reads the list of feature encodings that a model file carries.</summary>
public static class FeatureEncodingText
{
    /// <summary>Canonical JSON of the encodings, in slot order.</summary>
    /// <param name="encodings">One for each feature.</param>
    public static string Write(IEnumerable<FeatureEncoding> encodings) => JsonText.Canonical(JsonValue.Of(encodings.Select(Write)));

    /// <summary>Reads what <see cref="Write(IEnumerable{FeatureEncoding})"/> wrote.</summary>
    /// <param name="text">Canonical JSON.</param>
    /// <exception cref="ModelFormatException">The text is damaged.</exception>
    public static IReadOnlyList<FeatureEncoding> Read(string text)
    {
        try
        {
            return [.. JsonReader.Parse(text).Items.Select(Read)];
        }
        catch (JsonFormatException exception)
        {
            throw new ModelFormatException($"The model file's features are damaged: {exception.Message}", exception);
        }
    }

    private static JsonValue Write(FeatureEncoding encoding) => new JsonObjectBuilder
    {
        { "column", encoding.Column },
        { "kind", ContractWriter.Word(encoding.Kind) },
        { "mean", encoding.IsCategorical ? null : encoding.Mean },
        { "scale", encoding.IsCategorical ? null : encoding.Scale },
        { "fill", encoding.IsCategorical ? null : encoding.Fill },
        { "missingIndicator", encoding.MissingIndicator ? true : null },
        { "categories", encoding.IsCategorical ? JsonValue.Of(encoding.Categories) : null },
        { "otherIndicator", encoding.OtherIndicator ? true : null },
        { "reference", encoding.Reference >= 0 ? encoding.Reference : null },
    }.Build();

    private static FeatureEncoding Read(JsonValue value)
    {
        if (value["column"] is not { Kind: JsonKind.String } column || !Enum.TryParse(value["kind"]?.Text, ignoreCase: true, out ColumnKind kind))
        {
            throw new ModelFormatException("The model file's features are damaged: a feature has no column or no kind.");
        }

        return new FeatureEncoding(column.Text, kind)
        {
            Mean = value["mean"]?.Number ?? 0,
            Scale = value["scale"]?.Number ?? 1,
            Fill = value["fill"]?.Number ?? 0,
            MissingIndicator = value["missingIndicator"]?.Boolean ?? false,
            Categories = new EquatableArray<string>(value["categories"]?.Items.Select(item => item.Text) ?? []),
            OtherIndicator = value["otherIndicator"]?.Boolean ?? false,
            Reference = (int)(value["reference"]?.Number ?? -1),
        };
    }
}
