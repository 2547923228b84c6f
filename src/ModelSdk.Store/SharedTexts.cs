namespace ModelSdk.Store;

/// <summary>Gives equal texts the same object: ten thousand versions have few authors, projects and contracts.</summary>
internal sealed class SharedTexts
{
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public SharedTexts() => this.lookup = this.texts.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> text)
    {
        if (this.lookup.TryGetValue(text, out string? known))
        {
            return known;
        }

        this.lookup.Add(text);
        return this.lookup.TryGetValue(text, out known) ? known : text.ToString();
    }
}
