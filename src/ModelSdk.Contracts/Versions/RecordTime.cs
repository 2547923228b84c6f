using System.Globalization;

namespace ModelSdk.Contracts.Versions;

/// <summary>Times as records write them: UTC, to the second, <c>2026-11-24T21:29:15Z</c>.</summary>
public static class RecordTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The text of a time.</summary>
    /// <param name="time">Any time; parts of a second are dropped.</param>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads a time.</summary>
    /// <param name="text">What <see cref="Write"/> wrote.</param>
    /// <exception cref="FormatException">The text is no such time.</exception>
    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw new FormatException($"\"{text}\" is not a time like 2026-11-24T21:29:15Z.");
}
