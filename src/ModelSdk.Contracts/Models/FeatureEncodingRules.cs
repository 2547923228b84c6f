using ModelSdk.Contracts.Schema;

namespace ModelSdk.Contracts.Models;

/// <summary>What must hold within one feature's encoding.</summary>
internal static class FeatureEncodingRules
{
    private const int MostQuantiles = 1000;

    /// <summary>The first thing that is wrong, to be read after "of column"; null where nothing is.</summary>
    public static string? Problem(FeatureEncoding encoding) =>
        Foreign(encoding) is { } member ? $"there are {member}, which its kind does not have"
        : encoding.IsCategorical ? CategoryProblem(encoding)
        : encoding.Text is { } text ? TextProblem(text)
        : NumberProblem(encoding);

    private static string? Foreign(FeatureEncoding encoding)
    {
        bool isNumeric = encoding.Kind is ColumnKind.Numeric or ColumnKind.Integer;
        return !encoding.IsCategorical && (encoding.OtherIndicator || encoding.Categories.Count > 0 || encoding.Reference >= 0) ? "categories"
            : encoding.Text is not null && encoding.Kind != ColumnKind.Text ? "words"
            : encoding.Parts.Count > 0 && encoding.Kind != ColumnKind.Date ? "parts of a date"
            : !isNumeric && (encoding.Quantiles.Count > 0 || encoding.Transform != FeatureTransform.None) ? "transforms"
            : (encoding.IsCategorical || encoding.Text is not null) && (encoding.Interactions.Count > 0 || encoding.Monotone != 0) ? "products or directions"
            : null;
    }

    private static string? CategoryProblem(FeatureEncoding encoding)
    {
        if (encoding.Categories.Distinct(StringComparer.Ordinal).Count() != encoding.Categories.Count)
        {
            return "a category is listed twice";
        }

        return encoding.Reference < encoding.Categories.Count ? null : $"the reference {encoding.Reference} is not one of the categories";
    }

    private static string? TextProblem(TextEncoding text) =>
        text.Buckets == 0 ? "the number of buckets is missing"
        : text.Frequencies.Count != text.Buckets ? $"there are {text.Frequencies.Count} frequencies for {text.Buckets} buckets"
        : text.Frequencies.Any(frequency => frequency > text.Documents) ? "a frequency is above the number of documents"
        : text.ShortestCharacters > text.LongestCharacters ? "the shortest sequence of characters is longer than the longest"
        : text.WordNgrams + text.LongestCharacters == 0 ? "neither words nor characters are counted"
        : null;

    private static string? NumberProblem(FeatureEncoding encoding)
    {
        if (!(encoding.Scale > 0) || encoding.Parts.Any(part => !(part.Scale > 0)))
        {
            return "the scale is not a positive number";
        }

        if (!AreQuantiles(encoding.Quantiles))
        {
            return $"the quantiles are not at most {MostQuantiles} ascending numbers";
        }

        return PartsProblem(encoding.Parts);
    }

    // Interpolation divides by their distances, so even the greatest must be a number.
    private static bool AreQuantiles(EquatableArray<double> quantiles) => quantiles.Count == 0
        || (quantiles.Count <= MostQuantiles && !double.IsInfinity(quantiles[quantiles.Count - 1] - quantiles[0])
            && !quantiles.Zip(quantiles.Skip(1), (before, after) => before > after).Any(falls => falls));

    private static string? PartsProblem(EquatableArray<DatePartEncoding> parts) =>
        parts.Zip(parts.Skip(1), (before, after) => before.Part >= after.Part).Any(falls => falls) ? "the parts of the date are not in order, each once"
        : parts.Any(part => part.IsCyclical && part.Part is (DatePart.Elapsed or DatePart.Year)) ? "a part is cyclical that has no cycle"
        : null;
}
