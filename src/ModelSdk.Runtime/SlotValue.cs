namespace ModelSdk.Runtime;

/// <summary>
/// What the slot of a feature that is not a category holds: the number, 1 or 0 for a boolean, days since 1970-01-01T00:00Z for a date, NaN where
/// the value is missing.
/// </summary>
public static class SlotValue
{
    /// <summary>The slot of a number.</summary>
    /// <param name="value">The value; NaN counts as missing.</param>
    public static double Of(double value) => value;

    /// <summary>The slot of a number that may be missing.</summary>
    /// <param name="value">The value or null.</param>
    public static double Of(double? value) => value ?? double.NaN;

    /// <summary>The slot of an integer, rounded to the nearest double above 2^53.</summary>
    /// <param name="value">The value.</param>
    public static double Of(long value) => value;

    /// <summary>The slot of an integer that may be missing.</summary>
    /// <param name="value">The value or null.</param>
    public static double Of(long? value) => value ?? double.NaN;

    /// <summary>The slot of a boolean.</summary>
    /// <param name="value">The value.</param>
    public static double Of(bool value) => value ? 1 : 0;

    /// <summary>The slot of a boolean that may be missing.</summary>
    /// <param name="value">The value or null.</param>
    public static double Of(bool? value) => value is { } present ? Of(present) : double.NaN;

    /// <summary>The slot of a date.</summary>
    /// <param name="value">The instant; its offset does not matter.</param>
    public static double Of(DateTimeOffset value) => (value.UtcTicks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerDay;

    /// <summary>The slot of a date that may be missing.</summary>
    /// <param name="value">The instant or null.</param>
    public static double Of(DateTimeOffset? value) => value is { } present ? Of(present) : double.NaN;
}
