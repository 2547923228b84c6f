using System.Globalization;
using System.Text;

namespace ModelSdk.Engine.Logging;

/// <summary>Quotes text from data in messages, so that it can neither break a line nor fill a screen.</summary>
public static class Quote
{
    private const int MaximumLength = 40;

    /// <summary>The value in quotation marks: control characters escaped, cut after 40 characters.</summary>
    /// <param name="value">Any text.</param>
    public static string Value(string value)
    {
        StringBuilder builder = new("\"");
        foreach (char character in value.Length > MaximumLength ? value[..MaximumLength] : value)
        {
            bool plain = !char.IsControl(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format;
            _ = plain ? builder.Append(character) : builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return builder.Append(value.Length > MaximumLength ? "…\"" : "\"").ToString();
    }

    /// <summary>A list for a message: <c>A, B, C</c>, at most twelve and then the number of the others.</summary>
    /// <param name="values">The valid values.</param>
    public static string List(IReadOnlyCollection<string> values) =>
        string.Join(", ", values.Take(12)) + (values.Count > 12 ? string.Create(CultureInfo.InvariantCulture, $" and {values.Count - 12} more") : "");
}
