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
            return list.Kind == JsonKind.Array ? [.. list.Items.Select(Read)] : throw Damaged("they are not a list");
        }
        catch (JsonFormatException exception)
        {
            throw Damaged(exception.Message, exception);
        }
    }

    private static JsonValue Write(FeatureEncoding encoding) => new JsonObjectBuilder
    {
        { "column", encoding.Column },
        { "kind", ContractWriter.Word(encoding.Kind) },
        { "mean", encoding.IsCategorical || encoding.Native ? null : encoding.Mean },
        { "scale", encoding.IsCategorical || encoding.Native ? null : encoding.Scale },
        { "fill", encoding.IsCategorical || encoding.Native ? null : encoding.Fill },
        { "missingIndicator", encoding.MissingIndicator ? true : null },
        { "categories", encoding.IsCategorical ? JsonValue.Of(encoding.Categories) : null },
        { "otherIndicator", encoding.OtherIndicator ? true : null },
        { "native", encoding.Native ? true : null },
        { "reference", encoding.Reference >= 0 ? encoding.Reference : null },
    }.Build();

    private static FeatureEncoding Read(JsonValue value)
    {
        ColumnKind kind = default;
        if (value["column"] is not { Kind: JsonKind.String } column || value["kind"] is not { Kind: JsonKind.String } word || !TryKind(word.Text, out kind))
        {
            throw Damaged("a feature has no column or no known kind");
        }

        return Check(new FeatureEncoding(column.Text, kind)
        {
            Mean = Number(value, "mean", 0),
            Scale = Number(value, "scale", 1),
            Fill = Number(value, "fill", 0),
            MissingIndicator = value["missingIndicator"]?.Boolean ?? false,
            Categories = new EquatableArray<string>(Member(value, "categories", JsonKind.Array)?.Items.Select(item => item.Text) ?? []),
            OtherIndicator = value["otherIndicator"]?.Boolean ?? false,
            Native = value["native"]?.Boolean ?? false,
            Reference = Number(value, "reference", -1) is double code && code % 1 == 0 && code is >= -1 and <= int.MaxValue
                ? (int)code
                : throw Damaged($"the reference of \"{column.Text}\" is not a code"),
        });
    }

    private static FeatureEncoding Check(FeatureEncoding encoding) =>
        (encoding.IsCategorical ? CategoryProblem(encoding) : NumberProblem(encoding)) is { } problem
            ? throw Damaged($"of \"{encoding.Column}\" {problem}")
            : encoding;

    private static string? CategoryProblem(FeatureEncoding encoding)
    {
        if (encoding.Categories.Distinct(StringComparer.Ordinal).Count() != encoding.Categories.Count)
        {
            return "a category is listed twice";
        }

        return encoding.Reference < encoding.Categories.Count ? null : $"the reference {encoding.Reference} is not one of the categories";
    }

    private static string? NumberProblem(FeatureEncoding encoding)
    {
        if (!(encoding.Scale > 0))
        {
            return "the scale is not a positive number";
        }

        return encoding.OtherIndicator || encoding.Categories.Count > 0 ? "there are categories, which its kind does not have" : null;
    }

    private static bool TryKind(string word, out ColumnKind kind) =>
        Enum.TryParse(word, ignoreCase: true, out kind) && ContractWriter.Word(kind) == word;

    private static double Number(JsonValue value, string name, double otherwise) => Member(value, name, JsonKind.Number)?.Number ?? otherwise;

    private static JsonValue? Member(JsonValue value, string name, JsonKind kind) =>
        value[name] is not { } member || member.Kind == kind ? value[name] : throw Damaged($"\"{name}\" is no {kind}");

    private static ModelFormatException Damaged(string reason, Exception? cause = null) =>
        new($"The model file's features are damaged: {reason}.", cause!);
}
