using System.Globalization;
using System.Text;
using ModelSdk.Contracts.Json;

namespace ModelSdk.Generator;

/// <summary>Text of a contract as it may stand in comments: on one line, without control or direction characters, and encoded for XML.</summary>
internal static class DocumentationText
{
    /// <summary>The text on one line. A line end of any kind would end the comment and begin code.</summary>
    public static string Plain(string text)
    {
        StringBuilder builder = new(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            bool pair = char.IsSurrogatePair(text, index);
            if (pair)
            {
                builder.Append(text[index++]).Append(text[index]);
            }
            else if (IsPrintable(text[index]))
            {
                builder.Append(text[index]);
            }
            else if (builder.Length > 0 && builder[builder.Length - 1] != ' ')
            {
                builder.Append(' ');
            }
        }

        return builder.ToString().Trim();
    }

    /// <summary>The text on one line, encoded for XML.</summary>
    public static string Encode(string text) => Plain(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>A summary: the description or, without one, the column's name.</summary>
    public static string Summary(string? description, string column) =>
        description is null || Plain(description).Length == 0 ? $"The column <c>{Encode(column)}</c>." : Encode(description);

    /// <summary>What else the contract knows: column, unit, range, closed categories.</summary>
    public static string Remarks(string column, string? unit, double? minimum, double? maximum, IEnumerable<string> categories)
    {
        StringBuilder builder = new($"Column <c>{Encode(column)}</c>.");
        if (unit is { Length: > 0 })
        {
            builder.Append($" Unit: {Encode(unit)}.");
        }

        if (minimum is { } least && maximum is { } most)
        {
            builder.Append($" Seen from {JsonText.Number(least)} to {JsonText.Number(most)}.");
        }

        string list = string.Join(", ", categories.Select(category => $"<c>{Encode(category)}</c>"));
        return builder.Append(list.Length > 0 ? $" One of {list}." : "").ToString();
    }

    private static bool IsPrintable(char character) =>
        character == ' ' || !(char.IsWhiteSpace(character) || char.IsControl(character) || char.IsSurrogate(character)
            || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format || character is '\uFFFE' or '\uFFFF');
}
