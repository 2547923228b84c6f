using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Contracts.Models;

/// <summary>Reads one feature's encoding.</summary>
internal static class FeatureEncodingReader
{
    public static FeatureEncoding Read(JsonValue value)
    {
        ColumnKind kind = default;
        if (value["column"] is not { Kind: JsonKind.String } column || value["kind"] is not { Kind: JsonKind.String } word || !TryWord(word.Text, out kind))
        {
            throw Damaged("a feature has no column or no known kind");
        }

        FeatureEncoding encoding = new(column.Text, kind)
        {
            Mean = Number(value, "mean", 0),
            Scale = Number(value, "scale", 1),
            Fill = Number(value, "fill", 0),
            Transform = Member(value, "transform", JsonKind.String) is { } transform ? Word<FeatureTransform>(transform) : FeatureTransform.None,
            Quantiles = List(value, "quantiles", item => item.Kind == JsonKind.Number ? item.Number : throw Damaged("a quantile is no number")),
            MissingIndicator = Flag(value, "missingIndicator"),
            Categories = List(value, "categories", item => item.Text),
            OtherIndicator = Flag(value, "otherIndicator"),
            Parts = List(value, "parts", ReadPart),
            Origin = Number(value, "origin", 0),
            Text = Member(value, "text", JsonKind.Object) is { } text ? ReadText(text) : null,
            Interactions = List(value, "interactions", ReadInteraction),
            Monotone = Whole(value, "monotone", 0, -1, 1),
            Native = Flag(value, "native"),
            Reference = Whole(value, "reference", -1, -1, int.MaxValue),
        };
        return FeatureEncodingRules.Problem(encoding) is { } problem ? throw Damaged($"of \"{encoding.Column}\" {problem}") : encoding;
    }

    public static ModelFormatException Damaged(string reason, Exception? cause = null) =>
        new($"The model file's features are damaged: {reason}.", cause!);

    private static DatePartEncoding ReadPart(JsonValue value) =>
        new(Word<DatePart>(Member(value, "part", JsonKind.String) ?? throw Damaged("a part of a date has no name")), Flag(value, "cyclical"))
        {
            Mean = Number(value, "mean", 0),
            Scale = Number(value, "scale", 1),
        };

    private static TextEncoding ReadText(JsonValue value)
    {
        IReadOnlyList<JsonValue> characters = Member(value, "characters", JsonKind.Array)?.Items ?? [];
        return new TextEncoding(Whole(value, "buckets", 0, 1, TextEncoding.MostBuckets))
        {
            WordNgrams = Whole(value, "words", 0, 0, TextEncoding.LongestNgram),
            ShortestCharacters = characters.Count == 2 ? Whole(characters[0], "characters", 1, TextEncoding.LongestNgram) : 0,
            LongestCharacters = characters.Count == 2 ? Whole(characters[1], "characters", 1, TextEncoding.LongestNgram) : 0,
            Documents = Whole(value, "documents", 0, 0, int.MaxValue),
            Frequencies = List(value, "frequencies", item => Whole(item, "frequencies", 0, int.MaxValue)),
        };
    }

    private static FeatureInteraction ReadInteraction(JsonValue value) =>
        new((Member(value, "with", JsonKind.String) ?? throw Damaged("a product names no other feature")).Text, Whole(value, "width", -1, 0, int.MaxValue));

    private static T Word<T>(JsonValue value)
        where T : struct, Enum => TryWord(value.Text, out T word) ? word : throw Damaged($"\"{value.Text}\" is not one of {string.Join(", ", Enum.GetNames(typeof(T))).ToLowerInvariant()}");

    private static bool TryWord<T>(string text, out T word)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out word) && ContractWriter.Word(word) == text;

    private static EquatableArray<T> List<T>(JsonValue value, string name, Func<JsonValue, T> read)
        where T : IEquatable<T> => new(Member(value, name, JsonKind.Array)?.Items.Select(read) ?? []);

    private static bool Flag(JsonValue value, string name) => Member(value, name, JsonKind.Boolean)?.Boolean ?? false;

    private static double Number(JsonValue value, string name, double otherwise) => Member(value, name, JsonKind.Number)?.Number ?? otherwise;

    private static int Whole(JsonValue value, string name, int otherwise, int least, int most) =>
        Member(value, name, JsonKind.Number) is { } member ? Whole(member, name, least, most) : otherwise >= least ? otherwise : throw Damaged($"\"{name}\" is missing");

    private static int Whole(JsonValue value, string name, int least, int most) =>
        value.Kind == JsonKind.Number && value.Number % 1 == 0 && value.Number >= least && value.Number <= most
            ? (int)value.Number
            : throw Damaged($"\"{name}\" is no whole number from {least} to {most}");

    private static JsonValue? Member(JsonValue value, string name, JsonKind kind) =>
        value[name] is not { } member || member.Kind == kind ? value[name] : throw Damaged($"\"{name}\" is no {kind}");
}
