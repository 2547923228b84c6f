using System.Globalization;
using System.Text;

namespace ModelSdk.Engine.Comparison;

/// <summary>Text from data in GitHub-flavoured Markdown, tables included.</summary>
internal static class MarkdownText
{
    private const int MostCharacters = 300;

    // What CommonMark, the tables of GitHub or HTML give a meaning. A character reference never has one (CommonMark 0.31, section 2.5).
    private const string WithMeaning = "\\`*_[]<>&|~!$";

    // An empty character behind these keeps GitHub from notifying a user or linking an issue.
    private const string Mentions = "@#";

    /// <summary>The text as it is, in one line, cut after 300 characters; nothing in it is markup.</summary>
    public static string Of(string text)
    {
        string line = PlainText.Of(text.ReplaceLineEndings(" "));
        StringBuilder builder = new();
        foreach (char character in line.Length > MostCharacters ? line.AsSpan(0, MostCharacters) : line)
        {
            _ = WithMeaning.Contains(character, StringComparison.Ordinal) ? builder.Append(CultureInfo.InvariantCulture, $"&#{(int)character};")
                : Mentions.Contains(character, StringComparison.Ordinal) ? builder.Append(character).Append("&#8203;")
                : builder.Append(character);
        }

        return builder.Append(line.Length > MostCharacters ? "…" : "").ToString();
    }

    /// <summary>A line of a table.</summary>
    /// <param name="cells">The cells, not yet escaped.</param>
    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(Of))} |";
}
