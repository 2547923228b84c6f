using System.Globalization;

namespace ModelSdk.Contracts.Schema;

/// <summary>The day from which a date feature counts elapsed days, as a contract writes it: <c>2024-01-31</c>.</summary>
public static class ReferenceDay
{
    private const string Format = "yyyy-MM-dd";
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Reads a day.</summary>
    /// <param name="text">A date of the Gregorian calendar, year-month-day.</param>
    /// <param name="days">Days since 1970-01-01.</param>
    /// <returns>False where the text is no such date.</returns>
    public static bool TryParse(string text, out int days)
    {
        bool valid = DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime date);
        days = valid ? (date - Epoch).Days : 0;
        return valid;
    }

    /// <summary>Writes a day.</summary>
    /// <param name="days">Days since 1970-01-01, within the years 1 to 9999.</param>
    public static string Text(int days) => Epoch.AddDays(days).ToString(Format, CultureInfo.InvariantCulture);
}
