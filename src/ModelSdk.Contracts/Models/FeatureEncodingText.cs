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
            JsonValue list = JsonReader.Parse(text);
            return list.Kind == JsonKind.Array ? [.. list.Items.Select(FeatureEncodingReader.Read)] : throw FeatureEncodingReader.Damaged("they are not a list");
        }
        catch (JsonFormatException exception)
        {
            throw FeatureEncodingReader.Damaged(exception.Message, exception);
        }
    }

    private static JsonValue Write(FeatureEncoding encoding)
    {
        bool fills = !encoding.IsCategorical && !encoding.Native && encoding.Text is null;
        bool scales = fills && encoding.Parts.Count == 0;
        return new JsonObjectBuilder
        {
            { "column", encoding.Column },
            { "kind", ContractWriter.Word(encoding.Kind) },
            { "mean", scales ? encoding.Mean : null },
            { "scale", scales ? encoding.Scale : null },
            { "fill", fills ? encoding.Fill : null },
            { "transform", encoding.Transform == FeatureTransform.None ? null : ContractWriter.Word(encoding.Transform) },
            { "quantiles", List(encoding.Quantiles, JsonNumber) },
            { "missingIndicator", encoding.MissingIndicator ? true : null },
            { "categories", encoding.IsCategorical ? JsonValue.Of(encoding.Categories) : null },
            { "otherIndicator", encoding.OtherIndicator ? true : null },
            { "parts", List(encoding.Parts, Write) },
            { "origin", encoding.Parts.Count > 0 ? encoding.Origin : null },
            { "text", encoding.Text is { } text ? Write(text) : null },
            { "interactions", List(encoding.Interactions, Write) },
            { "monotone", encoding.Monotone == 0 ? null : encoding.Monotone },
            { "native", encoding.Native ? true : null },
            { "reference", encoding.Reference >= 0 ? encoding.Reference : null },
        }.Build();
    }

    private static JsonValue Write(DatePartEncoding part) => new JsonObjectBuilder
    {
        { "part", ContractWriter.Word(part.Part) },
        { "cyclical", part.IsCyclical ? true : null },
        { "mean", part.Mean == 0 ? null : part.Mean },
        { "scale", part.Scale == 1 ? null : part.Scale },
    }.Build();

    private static JsonValue Write(TextEncoding text) => new JsonObjectBuilder
    {
        { "buckets", text.Buckets },
        { "words", text.WordNgrams == 0 ? null : text.WordNgrams },
        { "characters", text.LongestCharacters == 0 ? null : JsonValue.Of([JsonValue.Of(text.ShortestCharacters), JsonValue.Of(text.LongestCharacters)]) },
        { "documents", text.Documents },
        { "frequencies", JsonValue.Of(text.Frequencies.Select(frequency => JsonValue.Of(frequency))) },
    }.Build();

    private static JsonValue Write(FeatureInteraction interaction) => new JsonObjectBuilder
    {
        { "with", interaction.With },
        { "width", interaction.Width },
    }.Build();

    private static JsonValue? List<T>(EquatableArray<T> items, Func<T, JsonValue> write)
        where T : IEquatable<T> => items.Count == 0 ? null : JsonValue.Of(items.Select(write));

    private static JsonValue JsonNumber(double number) => JsonValue.Of(number);
}
