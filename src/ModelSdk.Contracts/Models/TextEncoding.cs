namespace ModelSdk.Contracts.Models;

/// <summary>
/// How free text becomes numbers: its n-grams are counted in buckets, which a hash chooses; counts are weighted by rarity,
/// ln((1 + documents) / (1 + frequency)) + 1, and the row is divided by its Euclidean length (TF-IDF with smooth idf, as scikit-learn documents it).
/// </summary>
/// <param name="Buckets">How many buckets, 1 to <see cref="MostBuckets"/>.</param>
public sealed record TextEncoding(int Buckets)
{
    /// <summary>The most buckets of one feature.</summary>
    public const int MostBuckets = 4096;

    /// <summary>The longest n-gram, in words or characters.</summary>
    public const int LongestNgram = 8;

    /// <summary>Sequences of up to this many words are counted; 0 where words are not.</summary>
    public int WordNgrams { get; init; }

    /// <summary>The shortest sequence of characters that is counted; 0 where characters are not.</summary>
    public int ShortestCharacters { get; init; }

    /// <summary>The longest sequence of characters that is counted; 0 where characters are not.</summary>
    public int LongestCharacters { get; init; }

    /// <summary>How many training rows have a text.</summary>
    public int Documents { get; init; }

    /// <summary>For each bucket, how many training rows have an n-gram in it. A bucket without any has no column.</summary>
    public EquatableArray<int> Frequencies { get; init; }

    /// <summary>How many columns the text fills: the buckets that occur in the training rows.</summary>
    public int Width => this.Frequencies.Count(frequency => frequency > 0);
}
