using System.Globalization;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>Reads the sizes of hidden layers: <c>64</c>, <c>64,32</c>.</summary>
internal static class HiddenLayers
{
    /// <summary>What is valid, for messages.</summary>
    public const string Valid = "1 to 8 numbers of units from 1 to 8192, the first layer's first, separated by commas: 64,32";

    private const int MostLayers = 8;
    private const int MostUnits = 8192;

    /// <summary>The canonical form, without spaces and leading zeros; null for an invalid text.</summary>
    /// <param name="text">What a user wrote.</param>
    public static string? Canonical(string text) => TryRead(text, out int[] sizes) ? string.Join(',', sizes.Select(size => size.ToString(CultureInfo.InvariantCulture))) : null;

    /// <summary>The sizes.</summary>
    /// <param name="text">A canonical text.</param>
    public static int[] Read(string text) => TryRead(text, out int[] sizes) ? sizes : throw new FormatException($"\"{text}\" is not a list of layers.");

    private static bool TryRead(string text, out int[] sizes)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        sizes = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : 0)];
        return sizes.Length <= MostLayers && sizes.All(size => size is >= 1 and <= MostUnits);
    }
}
