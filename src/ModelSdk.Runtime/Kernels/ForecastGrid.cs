namespace ModelSdk.Runtime.Kernels;

/// <summary>
/// Equally spaced times, each with the number of its step. The spacing is a fixed length, or whole months: then every time lies on one day of its
/// month (the last one, where the month is shorter) at one time of day, in UTC. Times are the slots of a feature: days since 1970-01-01T00:00Z for
/// dates, else the number itself.
/// </summary>
public sealed class ForecastGrid
{
    private const double Tolerance = 1e-6;
    private const double MillisecondsPerDay = 86_400_000;
    private const double FirstDay = -719_162;
    private const double LastDay = 2_932_896;
    private const int LastMonth = (9999 * 12) + 11;

    private readonly int originMonth;
    private readonly long originTime;

    /// <summary>Creates a grid.</summary>
    /// <param name="origin">The time of step 0; in months, a time within the years 1 to 9999.</param>
    /// <param name="step">How far two steps are apart, &gt; 0: a number of days or units, or a whole number of months.</param>
    /// <param name="anchorDay">0 for a fixed length; for months the day of the month, 1 to 31.</param>
    public ForecastGrid(double origin, double step, int anchorDay)
    {
        this.Origin = origin;
        this.Step = step;
        this.AnchorDay = anchorDay;
        if (anchorDay > 0)
        {
            DateTime date = DateOf(origin);
            this.originMonth = MonthOf(date);
            this.originTime = date.TimeOfDay.Ticks;
        }
    }

    /// <summary>The time of step 0.</summary>
    public double Origin { get; }

    /// <summary>How far two steps are apart: days or units, or months where <see cref="AnchorDay"/> is above 0.</summary>
    public double Step { get; }

    /// <summary>The day of the month on which the times lie, 1 to 31, or the last one of a shorter month; 0 where the spacing is a fixed length.</summary>
    public int AnchorDay { get; }

    /// <summary>Whether a date can stand in a grid of months: years 1 to 9999.</summary>
    /// <param name="days">Days since 1970-01-01T00:00Z.</param>
    public static bool IsDate(double days) => days is >= FirstDay and <= LastDay;

    /// <summary>A date to the millisecond, in UTC.</summary>
    /// <param name="days">Days since 1970-01-01T00:00Z, for which <see cref="IsDate"/> holds.</param>
    public static DateTime DateOf(double days) => DateTime.UnixEpoch.AddTicks((long)Math.Round(days * MillisecondsPerDay) * TimeSpan.TicksPerMillisecond);

    /// <summary>The number of a month since the year 0.</summary>
    /// <param name="date">Any date.</param>
    public static int MonthOf(DateTime date) => (date.Year * 12) + date.Month - 1;

    /// <summary>Finds the step of a time.</summary>
    /// <param name="time">A slot.</param>
    /// <param name="step">Gets the number of the step, which may be negative.</param>
    /// <returns>Whether the time lies on the grid; false for NaN.</returns>
    public bool TryStep(double time, out long step) => this.AnchorDay > 0 ? this.TryMonthStep(time, out step) : this.TryFixedStep(time, out step);

    /// <summary>The time of a step.</summary>
    /// <param name="step">The number of the step.</param>
    /// <returns>The slot; NaN for months outside the years 1 to 9999.</returns>
    public double TimeOf(long step)
    {
        if (this.AnchorDay == 0)
        {
            return this.Origin + (step * this.Step);
        }

        double month = this.originMonth + (step * this.Step);
        return month is >= 12 and <= LastMonth ? this.TimeInMonth((int)month) : double.NaN;
    }

    /// <summary>The same times, counted from another step.</summary>
    /// <param name="step">The step that becomes step 0.</param>
    public ForecastGrid From(long step) => new(this.TimeOf(step), this.Step, this.AnchorDay);

    private double TimeInMonth(int month)
    {
        (int year, int ofYear) = (month / 12, (month % 12) + 1);
        DateTime date = new DateTime(year, ofYear, Math.Min(this.AnchorDay, DateTime.DaysInMonth(year, ofYear)), 0, 0, 0, DateTimeKind.Utc).AddTicks(this.originTime);
        return (date.Ticks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerDay;
    }

    private bool TryFixedStep(double time, out long step)
    {
        double steps = (time - this.Origin) / this.Step;
        double whole = Math.Round(steps);
        bool found = Math.Abs(steps - whole) <= Tolerance && Math.Abs(whole) <= long.MaxValue / 2;
        step = found ? (long)whole : 0;
        return found;
    }

    private bool TryMonthStep(double time, out long step)
    {
        step = 0;
        if (!IsDate(time))
        {
            return false;
        }

        DateTime date = DateOf(time);
        int months = MonthOf(date) - this.originMonth;
        int length = (int)this.Step;
        step = months / length;
        return months % length == 0
            && date.Day == Math.Min(this.AnchorDay, DateTime.DaysInMonth(date.Year, date.Month))
            && date.TimeOfDay.Ticks == this.originTime;
    }
}
