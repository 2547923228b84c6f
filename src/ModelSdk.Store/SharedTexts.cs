using System.Text;

namespace ModelSdk.Store;

/// <summary>Gives equal texts the same object: ten thousand versions have few authors, projects and contracts.</summary>
internal sealed class SharedTexts
{
    private const int LongestShared = 256;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> texts = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestShared)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        Span<char> characters = stackalloc char[LongestShared];
        ReadOnlySpan<char> text = characters[..Encoding.UTF8.GetChars(utf8, characters)];
        if (!this.texts.TryGetValue(text, out string? known))
        {
            known = text.ToString();
            this.texts.Set.Add(known);
        }

        return known;
    }
}
