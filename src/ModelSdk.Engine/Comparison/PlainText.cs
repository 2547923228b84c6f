using System.Globalization;
using System.Text;

namespace ModelSdk.Engine.Comparison;

/// <summary>
/// Text from data on a line of a terminal: line ends, control characters and the invisible ones that change the direction of text are written as
/// their code, so that a column's name cannot pass for something else.
/// </summary>
public static class PlainText
{
    /// <summary>The text in one line.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder builder = new(text.Length);
        foreach (char character in text)
        {
            _ = IsPlain(character) ? builder.Append(character) : builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return builder.ToString();
    }

    private static bool IsPlain(char character) => char.GetUnicodeCategory(character)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
