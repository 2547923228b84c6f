using System.Text;

namespace ModelSdk.Runtime.Features;

/// <summary>
/// What parts a text into words. The sets are fixed here rather than taken from the platform's character classes, which change with each version of
/// Unicode: white space, punctuation, symbols and pictographs separate, everything else belongs to a word.
/// </summary>
internal static class WordCharacters
{
    /// <summary>Whether the character belongs to a word.</summary>
    /// <param name="character">A character.</param>
    public static bool IsInWord(Rune character) => character.Value switch
    {
        < 0x80 => char.IsAsciiLetterOrDigit((char)character.Value) || character.Value == '_',
        0xAA or 0xB5 or 0xBA => true,
        < 0xC0 or 0xD7 or 0xF7 => false,
        0x1680 => false,
        >= 0x2000 and <= 0x206F or >= 0x20A0 and <= 0x20CF or >= 0x2190 and <= 0x2BFF => false,
        >= 0x2E00 and <= 0x2E7F or >= 0x3000 and <= 0x3004 or >= 0x3008 and <= 0x3020 or 0x3030 => false,
        >= 0xFE10 and <= 0xFE1F or >= 0xFE30 and <= 0xFE6F => false,
        >= 0xFF01 and <= 0xFF0F or >= 0xFF1A and <= 0xFF20 or >= 0xFF3B and <= 0xFF40 or >= 0xFF5B and <= 0xFF65 => false,
        0xFEFF or 0xFFFD => false,
        >= 0x1F000 and <= 0x1FAFF => false,
        _ => true,
    };

    /// <summary>Whether the character is white space.</summary>
    /// <param name="character">A character.</param>
    public static bool IsSpace(Rune character) => character.Value
        is (>= 0x09 and <= 0x0D) or (>= 0x1C and <= 0x20) or 0x85 or 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200A) or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000;
}
