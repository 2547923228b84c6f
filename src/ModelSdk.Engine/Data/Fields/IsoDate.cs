namespace ModelSdk.Engine.Data;

/// <summary>
/// Reads the dates and times of ISO 8601 that data files hold: <c>2026-01-31</c>, <c>2026-01-31T12:30</c>, with seconds and up to seven decimals, with
/// <c>Z</c> or an offset (<c>+02:00</c>, <c>+0200</c>, <c>+02</c>). A space may stand for the T. Without an offset the time is UTC.
/// </summary>
internal ref struct IsoDate
{
    private ReadOnlySpan<byte> rest;

    /// <summary>Days since 1970-01-01T00:00Z.</summary>
    /// <param name="text">The text, without outer white space.</param>
    /// <param name="days">The days; fractions are times of day.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out double days)
    {
        IsoDate date = new() { rest = text };
        bool fits = date.TryDay(out long ticks) && (date.rest.IsEmpty || date.TryTime(ref ticks));
        days = (ticks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerDay;
        return fits;
    }

    private bool TryDay(out long ticks)
    {
        ticks = 0;
        if (!this.TryNumber(4, 9999, out int year) || !this.Take('-') || !this.TryNumber(2, 12, out int month) || !this.Take('-')
            || !this.TryNumber(2, 31, out int day) || year == 0 || month == 0 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        return true;
    }

    private bool TryTime(ref long ticks)
    {
        if (!(this.Take('T') || this.Take('t') || this.Take(' ')) || !this.TryNumber(2, 23, out int hour) || !this.Take(':') || !this.TryNumber(2, 59, out int minute))
        {
            return false;
        }

        ticks += (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        if (this.Take(':'))
        {
            if (!this.TryNumber(2, 59, out int second) || !this.TryFraction(out long fraction))
            {
                return false;
            }

            ticks += (second * TimeSpan.TicksPerSecond) + fraction;
        }

        return this.TryOffset(ref ticks) && this.rest.IsEmpty;
    }

    private bool TryFraction(out long ticks)
    {
        ticks = 0;
        if (!this.Take('.') && !this.Take(','))
        {
            return true;
        }

        long unit = TimeSpan.TicksPerSecond;
        int digits = 0;
        for (; !this.rest.IsEmpty && this.rest[0] is >= (byte)'0' and <= (byte)'9'; this.rest = this.rest[1..], digits++)
        {
            unit /= 10;
            ticks += unit * (this.rest[0] - '0');
        }

        return digits > 0;
    }

    private bool TryOffset(ref long ticks)
    {
        if (this.rest.IsEmpty || this.Take('Z') || this.Take('z'))
        {
            return true;
        }

        int sign = this.Take('+') ? -1 : this.Take('-') ? 1 : 0;
        if (sign == 0 || !this.TryNumber(2, 14, out int hours))
        {
            return false;
        }

        int minutes = 0;
        bool separated = this.Take(':');
        if ((separated || !this.rest.IsEmpty) && !this.TryNumber(2, 59, out minutes))
        {
            return false;
        }

        ticks += sign * ((hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute));
        return true;
    }

    private bool TryNumber(int digits, int maximum, out int value)
    {
        value = 0;
        if (this.rest.Length < digits)
        {
            return false;
        }

        foreach (byte digit in this.rest[..digits])
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (10 * value) + (digit - '0');
        }

        this.rest = this.rest[digits..];
        return value <= maximum;
    }

    private bool Take(char character)
    {
        bool taken = !this.rest.IsEmpty && this.rest[0] == character;
        this.rest = taken ? this.rest[1..] : this.rest;
        return taken;
    }
}
