using System.Globalization;

namespace ModelSdk.Engine.Projects;

/// <summary>Reads amounts of memory.</summary>
public static class ByteSize
{
    private static readonly (string Unit, long Bytes)[] Units =
    [
        ("KB", 1L << 10), ("MB", 1L << 20), ("GB", 1L << 30), ("TB", 1L << 40), ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40), ("B", 1),
    ];

    /// <summary>Reads a number with an optional unit, B, KB, MB, GB or TB in any case; each is 1024 times the one before.</summary>
    /// <param name="text">Such as <c>512MB</c>, <c>1.5 GB</c> or <c>1073741824</c>.</param>
    /// <param name="bytes">The number of bytes, at least 1.</param>
    /// <returns>Whether the text is such an amount.</returns>
    public static bool TryParse(string text, out long bytes)
    {
        string amount = text.Trim();
        (string unit, long size) = Units.FirstOrDefault(unit => amount.EndsWith(unit.Unit, StringComparison.OrdinalIgnoreCase), ("", 1));
        bool valid = double.TryParse(amount[..^unit.Length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out double number)
            && number * size >= 1 && number * size < long.MaxValue;
        bytes = valid ? (long)(number * size) : 0;
        return valid;
    }
}
