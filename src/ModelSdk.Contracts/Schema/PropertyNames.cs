using System.Globalization;
using System.Text;

namespace ModelSdk.Contracts.Schema;

/// <summary>
/// Turns column names into C# property names. Letters and digits of every script stay; other characters end a word; each word gets an upper
/// case initial (<c>fare_amount</c> → <c>FareAmount</c>, <c>wind speed (m/s)</c> → <c>WindSpeedMS</c>). A name that would begin with a digit
/// gets <c>Column</c> in front; a name without any letter or digit becomes <c>Column</c>; one that clashes with a member that every record
/// has gets <c>Value</c> behind it; a name already taken gets the first free number from 2.
/// </summary>
public static class PropertyNames
{
    private static readonly HashSet<string> RecordMembers = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize", "Deconstruct", "PrintMembers", "EqualityContract", "Clone",
    };

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate",
        "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in",
        "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private",
        "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>One name, without regard to others.</summary>
    /// <param name="name">A column name.</param>
    /// <returns>A valid property name.</returns>
    public static string Clean(string name)
    {
        StringBuilder builder = new(name.Length);
        bool wordStarts = true;
        foreach (char character in name)
        {
            if (!char.IsLetterOrDigit(character))
            {
                bool joins = char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
                if (joins && builder.Length > 0)
                {
                    builder.Append(character);
                }

                wordStarts |= !joins;
                continue;
            }

            builder.Append(wordStarts ? char.ToUpperInvariant(character) : character);
            wordStarts = false;
        }

        string cleaned = builder.ToString();
        if (cleaned.Length == 0 || !char.IsLetter(cleaned[0]))
        {
            cleaned = "Column" + cleaned;
        }

        return RecordMembers.Contains(cleaned) ? cleaned + "Value" : cleaned;
    }

    /// <summary>Names for all columns of a table, each different.</summary>
    /// <param name="names">The column names, in order.</param>
    /// <param name="reserved">Names that none may get, such as those of the generated types; null for none.</param>
    /// <returns>One property name for each.</returns>
    public static IReadOnlyList<string> CleanAll(IEnumerable<string> names, IEnumerable<string>? reserved = null)
    {
        HashSet<string> taken = new(reserved ?? [], StringComparer.Ordinal);
        List<string> properties = [];
        foreach (string name in names)
        {
            string property = FirstFree(Clean(name), taken);
            taken.Add(property);
            properties.Add(property);
        }

        return properties;
    }

    /// <summary>A name, or the name with the first number from 2 that makes it differ from those taken.</summary>
    /// <param name="cleaned">A valid property name.</param>
    /// <param name="taken">The names already in use.</param>
    public static string FirstFree(string cleaned, ICollection<string> taken)
    {
        string property = cleaned;
        for (int number = 2; taken.Contains(property); number++)
        {
            property = cleaned + number.ToString(CultureInfo.InvariantCulture);
        }

        return property;
    }

    /// <summary>Whether a name can be a property of the generated records without <c>@</c>.</summary>
    /// <param name="property">A name that a user may have edited.</param>
    public static bool IsValid(string property) =>
        property.Length > 0
        && (char.IsLetter(property[0]) || property[0] == '_')
        && property.All(character => char.IsLetterOrDigit(character) || character == '_'
            || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
        && !RecordMembers.Contains(property)
        && !Keywords.Contains(property);
}
