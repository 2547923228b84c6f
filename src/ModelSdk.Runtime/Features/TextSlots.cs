using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Features;

/// <summary>The slots of a text's buckets.</summary>
internal sealed class TextSlots
{
    private readonly int first;
    private readonly int count;
    private readonly TextVectorizer vectorizer;

    private TextSlots(int first, TextEncoding encoding)
    {
        this.first = first;
        this.count = encoding.Buckets;
        this.vectorizer = new TextVectorizer(encoding);
    }

    /// <summary>The texts among features; null for every other one.</summary>
    /// <param name="features">In slot order.</param>
    public static TextSlots?[] Of(IReadOnlyList<FeatureEncoding> features) =>
        [.. new FeatureLayout(features).Places.Select(place => place.Encoding.Text is { } text ? new TextSlots(place.TextSlot, text) : null)];

    /// <summary>Writes the buckets of a text.</summary>
    /// <param name="value">The text; null or empty where it is missing.</param>
    /// <param name="slots">All slots of the row.</param>
    /// <returns>What the feature's own slot holds: 0, or NaN where the text is missing.</returns>
    /// <exception cref="ArgumentException">The row is too short.</exception>
    public double Write(string? value, Span<double> slots)
    {
        if (slots.Length < this.first + this.count)
        {
            throw new ArgumentException($"A row of this model has {this.first + this.count} slots or more, not {slots.Length}.", nameof(slots));
        }

        Span<double> own = slots.Slice(this.first, this.count);
        if (string.IsNullOrEmpty(value))
        {
            own.Clear();
            return double.NaN;
        }

        this.vectorizer.Compute(value, own);
        return 0;
    }
}
