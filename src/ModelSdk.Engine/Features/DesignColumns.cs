using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Features;

/// <summary>Names the columns of the design matrix.</summary>
public static class DesignColumns
{
    /// <summary>What the columns of the design matrix are, in order.</summary>
    /// <param name="encodings">One for each feature, in slot order.</param>
    public static IReadOnlyList<DesignColumn> Of(IReadOnlyList<FeatureEncoding> encodings) => [.. encodings.SelectMany(encoding => Of(encoding, encodings))];

    private static IEnumerable<DesignColumn> Of(FeatureEncoding encoding, IReadOnlyList<FeatureEncoding> all) =>
        [.. Numbers(encoding), .. Indicators(encoding), .. encoding.Interactions.SelectMany(product => Products(encoding, all.First(other => other.Column == product.With)))];

    private static IEnumerable<DesignColumn> Numbers(FeatureEncoding encoding) => encoding switch
    {
        { Text: { } text } => Enumerable.Range(0, text.Buckets).Where(bucket => text.Frequencies[bucket] > 0)
            .Select(bucket => Named(encoding, FormattableString.Invariant($"(text {bucket})"))),
        { Parts.Count: > 0 } => encoding.Parts.SelectMany(part => Parts(encoding, part)),
        { Native: true } => [Named(encoding, "") with
        {
            IsCategorical = encoding.IsCategorical,
            CategoryCount = encoding.Categories.Count,
            Categories = [.. encoding.Categories],
            Monotone = encoding.Monotone,
        }],
        { IsCategorical: true } => [],
        _ => [Named(encoding, Transforms(encoding)) with { Mean = encoding.Mean, Scale = encoding.Scale, Monotone = encoding.Monotone }],
    };

    private static string Transforms(FeatureEncoding encoding) => (encoding.Transform, encoding.Quantiles.Count) switch
    {
        (FeatureTransform.None, 0) => "",
        (FeatureTransform.None, _) => "(quantile)",
        (_, 0) => "(log)",
        _ => "(log quantile)",
    };

    private static IEnumerable<DesignColumn> Parts(FeatureEncoding encoding, DatePartEncoding part)
    {
        string name = part.Part switch
        {
            DatePart.DayOfMonth => "day of month",
            DatePart.DayOfYear => "day of year",
            DatePart.DayOfWeek => "day of week",
            _ => ContractWriter.Word(part.Part),
        };
        return part.IsCyclical
            ? [Named(encoding, $"({name} sin)"), Named(encoding, $"({name} cos)")]
            : [Named(encoding, $"({name})") with { Mean = part.Mean, Scale = part.Scale, Monotone = part.Part == DatePart.Elapsed ? encoding.Monotone : 0 }];
    }

    private static IEnumerable<DesignColumn> Indicators(FeatureEncoding encoding)
    {
        string name = encoding.Column;
        IEnumerable<string> categories = encoding.Native || !encoding.IsCategorical
            ? []
            : Enumerable.Range(0, encoding.Categories.Count).Where(code => code != encoding.Reference).Select(code => $"{name}={encoding.Categories[code]}");
        IEnumerable<DesignColumn> known = categories.Select(category => new DesignColumn(category, name, 0, 1));
        return
        [
            .. known,
            .. encoding.OtherIndicator ? (DesignColumn[])[Named(encoding, "(other)")] : [],
            .. encoding.MissingIndicator ? (DesignColumn[])[Named(encoding, "(missing)")] : [],
        ];
    }

    private static IEnumerable<DesignColumn> Products(FeatureEncoding encoding, FeatureEncoding other)
    {
        string number = Numbers(encoding).First().Name;
        IEnumerable<DesignColumn> factors = other.IsNumber ? Numbers(other).Take(1) : Indicators(other);
        return factors.Select(factor => new DesignColumn($"{number} × {factor.Name}", encoding.Column, 0, 1));
    }

    private static DesignColumn Named(FeatureEncoding encoding, string what) =>
        new(what.Length == 0 ? encoding.Column : $"{encoding.Column} {what}", encoding.Column, 0, 1);
}
