using System.Text;

namespace ModelSdk.Engine.Data;

/// <summary>Numbers strings in order of first appearance; looks UTF-8 text up without allocating.</summary>
internal sealed class TextIndex
{
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> texts = [];
    private char[] buffer = new char[256];

    /// <summary>Creates an empty index.</summary>
    public TextIndex() => this.lookup = this.indexes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The strings, by number.</summary>
    public IReadOnlyList<string> Texts => this.texts;

    /// <summary>The number of a string.</summary>
    /// <param name="utf8">The string.</param>
    /// <param name="index">Its number.</param>
    /// <returns>False where the string is new.</returns>
    public bool TryGet(ReadOnlySpan<byte> utf8, out int index)
    {
        if (utf8.Length > this.buffer.Length)
        {
            this.buffer = new char[2 * utf8.Length];
        }

        return this.lookup.TryGetValue(this.buffer.AsSpan(0, Encoding.UTF8.GetChars(utf8, this.buffer)), out index);
    }

    /// <summary>Numbers a new string.</summary>
    /// <param name="text">A string that is not known yet.</param>
    public int Add(string text)
    {
        this.indexes.Add(text, this.texts.Count);
        this.texts.Add(text);
        return this.texts.Count - 1;
    }
}
