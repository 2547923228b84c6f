using System.Globalization;

namespace ModelSdk.Engine.Evaluation;

/// <summary>Writes metrics for people: four significant digits, more where fewer would hide on which side of a bound the value lies.</summary>
internal static class MetricText
{
    private const int UsualDigits = 4;
    private const int AllDigits = 17;

    /// <summary>A value on its own.</summary>
    public static string Of(double value) => Shorten(value, UsualDigits);

    /// <summary>A value beside a bound: it reads as below, equal or above exactly when it is.</summary>
    public static string Of(double value, double bound)
    {
        for (int digits = UsualDigits; digits < AllDigits; digits++)
        {
            string text = Shorten(value, digits);
            if (double.Parse(text, CultureInfo.InvariantCulture).CompareTo(bound) == value.CompareTo(bound))
            {
                return text;
            }
        }

        return value.ToString("R", CultureInfo.InvariantCulture);
    }

    private static string Shorten(double value, int digits)
    {
        string scientific = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int exponent = int.Parse(scientific.AsSpan(scientific.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (value == 0 || exponent is < -5 or > 14)
        {
            return value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        int decimals = Math.Max(0, digits - 1 - exponent);
        string text = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return decimals > 0 ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
