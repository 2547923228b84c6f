using ModelSdk.Contracts.Models;

namespace ModelSdk.Engine.Features;

/// <summary>Names the columns of the design matrix.</summary>
public static class DesignColumns
{
    /// <summary>What the columns of the design matrix are, in order.</summary>
    /// <param name="encodings">One for each feature, in slot order.</param>
    public static IReadOnlyList<DesignColumn> Of(IReadOnlyList<FeatureEncoding> encodings) => [.. encodings.SelectMany(Of)];

    private static IEnumerable<DesignColumn> Of(FeatureEncoding encoding)
    {
        string name = encoding.Column;
        if (encoding.Native)
        {
            return [new DesignColumn(name, name, 0, 1) { IsCategorical = encoding.IsCategorical, CategoryCount = encoding.Categories.Count }];
        }

        IEnumerable<string> categories = Enumerable.Range(0, encoding.Categories.Count)
            .Where(code => code != encoding.Reference)
            .Select(code => $"{name}={encoding.Categories[code]}");
        return
        [
            .. encoding.IsCategorical ? [] : (DesignColumn[])[new DesignColumn(name, name, encoding.Mean, encoding.Scale)],
            .. categories.Select(Indicator),
            .. encoding.OtherIndicator ? (DesignColumn[])[Indicator($"{name} (other)")] : [],
            .. encoding.MissingIndicator ? (DesignColumn[])[Indicator($"{name} (missing)")] : [],
        ];

        DesignColumn Indicator(string column) => new(column, name, 0, 1);
    }
}
