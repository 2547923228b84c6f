using ModelSdk.Contracts;
using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Data;

namespace ModelSdk.Engine.Features;

/// <summary>Decides which categories get a column.</summary>
internal static class CategoryFit
{
    /// <summary>A category of an open set needs this many training rows for a column of its own; rarer ones share one, and never stand in the model file.</summary>
    public const int MinimumRows = 5;

    /// <summary>The most categories of an open set that get an indicator column; rarer ones share one.</summary>
    public const int MostIndicators = 1000;

    public static FeatureEncoding Apply(FeatureEncoding encoding, DataColumn column, double[] present, FeatureForm form)
    {
        bool referenceCategory = form == FeatureForm.IndicatorsWithReference;
        Dictionary<string, int> counts = Count(column, present);
        string[] known = column.Schema.Closed
            ? [.. column.Schema.Categories.Order(StringComparer.Ordinal)]
            : Frequent(counts, encoding.Native ? int.MaxValue : MostIndicators);
        int reference = referenceCategory && known.Length > 0 ? MostFrequent(known, counts) : -1;
        bool others = counts.Keys.Except(known, StringComparer.Ordinal).Any();
        return encoding with
        {
            Categories = new EquatableArray<string>(known),
            Reference = reference,

            // Where every category is rare, the rare ones are the level that the reference would be.
            OtherIndicator = !encoding.Native && others && !(referenceCategory && known.Length == 0),
        };
    }

    private static Dictionary<string, int> Count(DataColumn column, double[] present)
    {
        int[] counts = new int[column.Dictionary.Count];
        foreach (double code in present)
        {
            counts[(int)code]++;
        }

        return Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0)
            .ToDictionary(code => column.Dictionary[code], code => counts[code], StringComparer.Ordinal);
    }

    private static string[] Frequent(Dictionary<string, int> counts, int most) =>
    [
        .. counts.Where(pair => pair.Value >= MinimumRows)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(most).Select(pair => pair.Key).Order(StringComparer.Ordinal),
    ];

    private static int MostFrequent(string[] known, Dictionary<string, int> counts) =>
        Enumerable.Range(0, known.Length).MaxBy(index => counts.GetValueOrDefault(known[index]));
}
