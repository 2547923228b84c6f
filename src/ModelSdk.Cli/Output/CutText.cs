namespace ModelSdk.Cli.Output;

/// <summary>Text that has to fit into the rest of a line.</summary>
internal static class CutText
{
    /// <summary>The beginning of a text, with an ellipsis where something was cut; nothing where not even that fits.</summary>
    /// <param name="text">One line.</param>
    /// <param name="length">The most characters.</param>
    public static string Of(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return length < 2 ? "" : text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)] + "…";
    }
}
