using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Features;

/// <summary>The parts of a date that stands in a slot, days since 1970-01-01T00:00Z. Times are those of UTC.</summary>
public static class DateSlot
{
    private const double MillisecondsPerDay = 86_400_000;
    private const double FirstDay = -719_162;
    private const double LastDay = 2_932_896;

    /// <summary>The value of a part, as <see cref="DatePart"/> defines it.</summary>
    /// <param name="part">The part.</param>
    /// <param name="days">The date; outside the years 1 to 9999 it counts as the nearest day within. NaN where missing.</param>
    /// <param name="origin">From which day elapsed days count, in days since 1970-01-01.</param>
    /// <returns>The value; NaN where the date is missing.</returns>
    public static double Part(DatePart part, double days, double origin)
    {
        if (double.IsNaN(days) || part == DatePart.Elapsed)
        {
            return days - origin;
        }

        DateTime moment = Moment(days);
        return part switch
        {
            DatePart.Year => moment.Year,
            DatePart.Month => moment.Month,
            DatePart.DayOfMonth => moment.Day,
            DatePart.DayOfYear => moment.DayOfYear,
            DatePart.DayOfWeek => moment.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)moment.DayOfWeek,
            _ => moment.Hour,
        };
    }

    /// <summary>Where a date stands on the circle of a part, in turns from 0 to below 1.</summary>
    /// <param name="part">A part that has a cycle.</param>
    /// <param name="days">The date.</param>
    public static double Turns(DatePart part, double days)
    {
        double value = Part(part, days, 0);
        return part switch
        {
            DatePart.Month => (value - 1) / 12,
            DatePart.DayOfMonth => (value - 1) / 31,
            DatePart.DayOfYear => (value - 1) / 366,
            DatePart.DayOfWeek => (value - 1) / 7,
            _ => value / 24,
        };
    }

    /// <summary>Whether a date has a time of day.</summary>
    /// <param name="days">The date; NaN has none.</param>
    public static bool HasTime(double days) => Moment(days).TimeOfDay != TimeSpan.Zero;

    // Days as a double are exact to less than a microsecond; whole milliseconds give every hour its own beginning.
    private static DateTime Moment(double days) => double.IsNaN(days)
        ? DateTime.UnixEpoch
        : DateTime.UnixEpoch.AddTicks((long)Math.Round(Math.Clamp(days, FirstDay, LastDay) * MillisecondsPerDay) * TimeSpan.TicksPerMillisecond);
}
