namespace ModelSdk.Cli.Output;

/// <summary>Authors as lists name them.</summary>
internal static class AuthorName
{
    /// <summary>The name without the address: <c>Ada</c> of <c>Ada &lt;ada@example.com&gt;</c>.</summary>
    public static string Of(string author)
    {
        int address = author.IndexOf('<', StringComparison.Ordinal);
        string name = address < 0 ? author : author[..address].TrimEnd();
        return name.Length > 0 ? name : author;
    }
}
