using System.Text;
using ModelSdk.Engine.Data;

namespace ModelSdk.Engine.Inference;

/// <summary>Counts the different texts of a column: the first 1001 by name and number, the others by their 64-bit hash, up to one million.</summary>
internal sealed class DistinctTexts
{
    /// <summary>How many texts are known by name.</summary>
    public const int MaximumNamed = 1001;
    private const int MaximumHashed = 1_000_000;
    private readonly TextIndex named = new();
    private readonly HashSet<ulong> others = [];

    /// <summary>How many different texts there are; exact below one million.</summary>
    public int Count => this.named.Texts.Count + this.others.Count;

    /// <summary>The first 1001 texts, in order of appearance.</summary>
    public IReadOnlyList<string> Named => this.named.Texts;

    /// <summary>Counts a text.</summary>
    public void Add(ReadOnlySpan<byte> utf8)
    {
        if (this.named.TryGet(utf8, out _))
        {
            return;
        }

        if (this.named.Texts.Count < MaximumNamed)
        {
            this.named.Add(Encoding.UTF8.GetString(utf8));
        }
        else if (this.others.Count < MaximumHashed)
        {
            this.others.Add(Hash(utf8));
        }
    }

    /// <summary>FNV-1a with 64 bits and a final mix (Fowler, Noll, Vo; SplitMix64 by Steele, Lea and Flood 2014).</summary>
    internal static ulong Hash(ReadOnlySpan<byte> utf8)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (byte value in utf8)
        {
            hash = (hash ^ value) * 0x100000001B3;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
