using ModelSdk.Contracts.Models;
using ModelSdk.Runtime.Features;

namespace ModelSdk.Engine.Features;

/// <summary>Reads the buckets of a table's texts. Each different text is hashed when it is first met; what it gave is kept without its zeros.</summary>
internal sealed class TextReader
{
    private readonly TextVectorizer vectorizer;
    private readonly int first;
    private readonly IReadOnlyList<string> dictionary;
    private readonly (int Bucket, double Value)[]?[] known;
    private readonly int buckets;

    /// <summary>Creates a reader of one feature.</summary>
    /// <param name="encoding">How its texts are counted.</param>
    /// <param name="first">The slot of its first bucket.</param>
    /// <param name="dictionary">The table's different texts.</param>
    public TextReader(TextEncoding encoding, int first, IReadOnlyList<string> dictionary)
    {
        this.vectorizer = new TextVectorizer(encoding);
        this.first = first;
        this.dictionary = dictionary;
        this.known = new (int Bucket, double Value)[dictionary.Count][];
        this.buckets = encoding.Buckets;
    }

    /// <summary>Writes the buckets of a text.</summary>
    /// <param name="code">The text's index in the dictionary; NaN where it is missing.</param>
    /// <param name="slots">All slots of the row.</param>
    /// <returns>What the feature's own slot holds.</returns>
    public double Read(double code, Span<double> slots)
    {
        Span<double> own = slots.Slice(this.first, this.buckets);
        own.Clear();
        if (double.IsNaN(code))
        {
            return code;
        }

        foreach ((int bucket, double value) in this.known[(int)code] ??= this.Compute((int)code))
        {
            own[bucket] = value;
        }

        return 0;
    }

    private (int Bucket, double Value)[] Compute(int code)
    {
        // Rows are read by several threads, so each has its own work space; what two compute at a time is equal.
        double[] counted = new double[this.buckets];
        this.vectorizer.Compute(this.dictionary[code], counted);
        return [.. counted.Index().Where(pair => pair.Item > 0).Select(pair => (pair.Index, pair.Item))];
    }
}
