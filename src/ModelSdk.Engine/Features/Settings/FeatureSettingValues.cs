using System.Globalization;
using System.Text;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;

namespace ModelSdk.Engine.Features;

/// <summary>Reads the values of settings and writes them in one way.</summary>
internal static class FeatureSettingValues
{
    private static readonly char[] Separators = [';', ','];

    public static string? Choice<T>(string text)
        where T : struct, Enum => Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));

    public static string? Flag(string text) => bool.TryParse(text, out bool flag) ? (flag ? "true" : "false") : null;

    public static string? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>Some of the words of an enumeration, separated by semicolons or commas; written in its order with commas.</summary>
    public static string? Set<T>(string text)
        where T : struct, Enum
    {
        string?[] words = [.. text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => Choice<T>(word))];
        return words.Length == 0 || words.Contains(null) ? null : string.Join(",", words.Select(word => Enum.Parse<T>(word!)).Distinct().Order());
    }

    public static IReadOnlyList<T> Members<T>(string canonical)
        where T : struct, Enum => [.. canonical.Split(',').Select(word => Enum.Parse<T>(word))];

    /// <summary>A range of lengths, <c>3-5</c> or <c>4</c>.</summary>
    public static string? Range(string text, int least, int most)
    {
        string[] ends = [.. text.Replace('–', '-').Split('-', StringSplitOptions.TrimEntries).Select(end => Whole(end, least, most) ?? "")];
        (string first, string last) = (ends[0], ends[^1]);
        bool valid = ends.Length <= 2 && first.Length > 0 && last.Length > 0 && Number(first) <= Number(last);
        return !valid ? null : first == last ? first : $"{first}-{last}";
    }

    public static (int Shortest, int Longest) Ends(string canonical)
    {
        string[] ends = canonical.Split('-');
        return (Number(ends[0]), Number(ends[^1]));
    }

    /// <summary>A value of a feature: a number, <c>true</c> or <c>false</c>, or a date.</summary>
    public static string? FeatureValue(string text, ColumnKind kind)
    {
        double value = FeatureNumber(text, kind);
        return !double.IsFinite(value) ? null
            : kind == ColumnKind.Date ? text
            : kind == ColumnKind.Boolean ? (value == 1 ? "true" : "false")
            : JsonText.Number(value);
    }

    /// <summary>The same as the feature's slot holds it; NaN where the text is no such value. A whole number may be filled with a fraction.</summary>
    public static double FeatureNumber(string text, ColumnKind kind) =>
        ColumnKindText.TryParse(kind == ColumnKind.Integer ? ColumnKind.Numeric : kind, Encoding.UTF8.GetBytes(text), out double value) ? value : double.NaN;

    public static int Number(string canonical) => int.Parse(canonical, CultureInfo.InvariantCulture);
}
