namespace ModelSdk.Contracts.Models;

/// <summary>What a date can be taken apart into. All parts are those of the Gregorian calendar in UTC.</summary>
public enum DatePart
{
    /// <summary>Days since the contract's reference date; fractions are times of day.</summary>
    Elapsed,

    /// <summary>The year, 1 to 9999.</summary>
    Year,

    /// <summary>The month, 1 to 12; cyclical, (month − 1) / 12 of a turn.</summary>
    Month,

    /// <summary>The day of the month, 1 to 31; cyclical, (day − 1) / 31 of a turn.</summary>
    DayOfMonth,

    /// <summary>The day of the year, 1 to 366; cyclical, (day − 1) / 366 of a turn.</summary>
    DayOfYear,

    /// <summary>The day of the week, Monday 1 to Sunday 7; cyclical, (day − 1) / 7 of a turn.</summary>
    DayOfWeek,

    /// <summary>The hour, 0 to 23; cyclical, hour / 24 of a turn.</summary>
    Hour,
}
