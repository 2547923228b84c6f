using System.Buffers;

namespace ModelSdk.Store;

/// <summary>Ids of versions and events: SHA-256 as 64 lower-case hexadecimal digits.</summary>
public static class VersionId
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The number of digits of an id.</summary>
    public const int Length = 64;

    /// <summary>How many digits people are shown.</summary>
    public const int ShownLength = 12;

    /// <summary>Whether a text is a whole id.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsComplete(string text) => text.Length == Length && IsHexadecimal(text);

    /// <summary>Whether a text can be the beginning of an id: 4 to 64 lower-case hexadecimal digits.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsPrefix(string text) => text.Length is >= 4 and <= Length && IsHexadecimal(text);

    /// <summary>The first digits of an id, as messages show it.</summary>
    /// <param name="id">An id.</param>
    public static string Abbreviate(string id) => id.Length > ShownLength ? id[..ShownLength] : id;

    /// <inheritdoc cref="IsComplete(string)"/>
    internal static bool IsComplete(ReadOnlySpan<char> text) => text.Length == Length && IsHexadecimal(text);

    private static bool IsHexadecimal(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Digits);
}
