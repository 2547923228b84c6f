using ModelSdk.Contracts;
using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Data;
using ModelSdk.Runtime.Features;

namespace ModelSdk.Engine.Features;

/// <summary>Fits how rare the n-grams of a text are.</summary>
internal static class TextFit
{
    /// <summary>Fits the encoding.</summary>
    /// <param name="encoding">The feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="present">The codes of its texts in the training rows.</param>
    /// <param name="settings">What the project says.</param>
    public static FeatureEncoding Apply(FeatureEncoding encoding, DataColumn column, double[] present, FeatureSettings settings)
    {
        TextEncoding text = new(settings.TextBuckets)
        {
            WordNgrams = settings.Words ? settings.WordNgrams : 0,
            ShortestCharacters = settings.Characters ? settings.CharacterNgrams.Shortest : 0,
            LongestCharacters = settings.Characters ? settings.CharacterNgrams.Longest : 0,
            Documents = present.Length,
        };
        return encoding with { Text = text with { Frequencies = new EquatableArray<int>(Frequencies(text, column, present)) } };
    }

    private static int[] Frequencies(TextEncoding text, DataColumn column, double[] present)
    {
        int[] frequencies = new int[text.Buckets];
        double[] counts = new double[text.Buckets];
        foreach (IGrouping<double, double> rows in present.GroupBy(code => code))
        {
            Array.Clear(counts);
            TextNgrams.Count(column.Dictionary[(int)rows.Key], text, counts);
            int repeated = rows.Count();
            for (int bucket = 0; bucket < counts.Length; bucket++)
            {
                frequencies[bucket] += counts[bucket] > 0 ? repeated : 0;
            }
        }

        return frequencies;
    }
}
