using System.Globalization;
using ModelSdk.Engine.Evaluation;

namespace ModelSdk.Engine.Comparison;

/// <summary>Writes two numbers beside each other: four significant digits, six where four would hide the difference.</summary>
internal static class NumberPair
{
    private const string None = "–";

    /// <summary>Both texts; a dash where there is no number.</summary>
    public static (string Before, string After) Texts(double? before, double? after)
    {
        (string Before, string After) texts = (Text(before), Text(after));
        return before is { } earlier && after is { } later && earlier != later && texts.Before == texts.After ? (Long(earlier), Long(later)) : texts;
    }

    /// <summary>Both numbers of rows in one text: <c>900 → 1000</c>, or one number where they are equal.</summary>
    public static string Text(CountDifference count) =>
        count.Before == count.After ? Text(count.After) : $"{Text(count.Before)} → {Text(count.After)}";

    private static string Text(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? None;

    private static string Text(double? value) => value is { } number ? MetricText.Of(number) : None;

    private static string Long(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
