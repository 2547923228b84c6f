using ModelSdk.Contracts.Models;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Runtime.Features;

/// <summary>Turns texts into the values of their buckets: counts, weighted by rarity, divided by their Euclidean length.</summary>
public sealed class TextVectorizer
{
    private readonly TextEncoding encoding;
    private readonly double[] rarity;

    /// <summary>Creates a vectorizer.</summary>
    /// <param name="encoding">The fitted encoding.</param>
    public TextVectorizer(TextEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        this.encoding = encoding;
        this.rarity = [.. encoding.Frequencies.Select(frequency => DeterministicMath.Log((1.0 + encoding.Documents) / (1.0 + frequency)) + 1)];
    }

    /// <summary>Computes the buckets of a text; all are 0 where it has no n-gram.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="buckets">One place for each bucket; overwritten.</param>
    public void Compute(ReadOnlySpan<char> text, Span<double> buckets)
    {
        buckets.Clear();
        TextNgrams.Count(text, this.encoding, buckets);
        for (int bucket = 0; bucket < buckets.Length; bucket++)
        {
            buckets[bucket] *= this.rarity[bucket];
        }

        double length = Math.Sqrt(EightLanes.Dot(buckets, buckets));
        for (int bucket = 0; bucket < buckets.Length && length > 0; bucket++)
        {
            buckets[bucket] /= length;
        }
    }
}
