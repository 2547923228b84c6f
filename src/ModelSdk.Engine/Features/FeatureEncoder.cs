using ModelSdk.Contracts.Models;

namespace ModelSdk.Engine.Features;

/// <summary>Turns slots into rows of the design matrix.</summary>
/// <param name="encodings">One for each feature, in slot order.</param>
public sealed class FeatureEncoder(IReadOnlyList<FeatureEncoding> encodings)
{
    /// <summary>How many columns the design matrix has.</summary>
    public int Width { get; } = encodings.Sum(encoding => encoding.Width);

    /// <summary>What the columns of the design matrix are, in order.</summary>
    public IReadOnlyList<DesignColumn> Columns { get; } = [.. encodings.SelectMany(Describe)];

    /// <summary>Encodes one row.</summary>
    /// <param name="slots">One value for each feature, as <see cref="FeatureEncoding"/> defines them.</param>
    /// <param name="row">Gets <see cref="Width"/> values.</param>
    public void Encode(ReadOnlySpan<double> slots, Span<double> row)
    {
        int start = 0;
        for (int slot = 0; slot < encodings.Count; slot++)
        {
            FeatureEncoding encoding = encodings[slot];
            EncodeFeature(encoding, slots[slot], row.Slice(start, encoding.Width));
            start += encoding.Width;
        }
    }

    private static void EncodeFeature(FeatureEncoding encoding, double slot, Span<double> columns)
    {
        columns.Clear();
        bool missing = double.IsNaN(slot);
        if (missing && encoding.MissingIndicator)
        {
            columns[^1] = 1;
        }

        if (!encoding.IsCategorical)
        {
            columns[0] = ((missing ? encoding.Fill : slot) - encoding.Mean) / encoding.Scale;
        }
        else if (!missing && Position(encoding, (int)slot) is int position and >= 0)
        {
            columns[position] = 1;
        }
    }

    // The column of a category within its feature; −1 where it has none.
    private static int Position(FeatureEncoding encoding, int code)
    {
        bool skipsReference = encoding.Reference >= 0;
        if (code < 0)
        {
            return encoding.OtherIndicator ? encoding.Categories.Count - (skipsReference ? 1 : 0) : -1;
        }

        return code == encoding.Reference ? -1 : code - (skipsReference && code > encoding.Reference ? 1 : 0);
    }

    private static IEnumerable<DesignColumn> Describe(FeatureEncoding encoding)
    {
        string name = encoding.Column;
        if (!encoding.IsCategorical)
        {
            yield return new DesignColumn(name, name, encoding.Mean, encoding.Scale);
        }

        for (int code = 0; code < encoding.Categories.Count; code++)
        {
            if (code != encoding.Reference)
            {
                yield return new DesignColumn($"{name}={encoding.Categories[code]}", name, 0, 1);
            }
        }

        if (encoding.OtherIndicator)
        {
            yield return new DesignColumn($"{name} (other)", name, 0, 1);
        }

        if (encoding.MissingIndicator)
        {
            yield return new DesignColumn($"{name} (missing)", name, 0, 1);
        }
    }
}
