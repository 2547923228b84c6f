using ModelSdk.Engine.Data;

namespace ModelSdk.Engine.Snapshots;

/// <summary>Finds the type of a column of a snapshot from all of its values: the one that keeps every text as it is, text where no other does.</summary>
/// <param name="name">The column's name.</param>
internal sealed class ColumnTypeFinder(string name)
{
    private const int MostDigits = 38;
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;
    private TableColumnKind? kind;
    private int whole;
    private int places;

    /// <summary>The column, after its last value.</summary>
    public TableColumn Column => this.kind switch
    {
        TableColumnKind.FixedPoint when this.whole + this.places > MostDigits => new TableColumn(name, TableColumnKind.Text),
        TableColumnKind.FixedPoint => new TableColumn(name, TableColumnKind.FixedPoint) { Digits = Math.Max(1, this.whole + this.places), Places = this.places },
        _ => new TableColumn(name, this.kind ?? TableColumnKind.Text),
    };

    /// <summary>Looks at a value.</summary>
    /// <param name="value">A value, or <see cref="DBNull"/>.</param>
    public void Add(object value)
    {
        if (value is DBNull)
        {
            return;
        }

        TableColumnKind own = KindOf(value);
        this.kind = this.kind is null || this.kind == own ? own : TableColumnKind.Text;
        if (value is decimal number)
        {
            this.places = Math.Max(this.places, number.Scale);
            this.whole = Math.Max(this.whole, WholeDigits(number));
        }
    }

    private static TableColumnKind KindOf(object value) => value switch
    {
        bool => TableColumnKind.Boolean,
        byte or sbyte or short or ushort or int or uint or long => TableColumnKind.WholeNumber,
        ulong => TableColumnKind.UnsignedWholeNumber,
        float or double => TableColumnKind.Number,
        decimal => TableColumnKind.FixedPoint,
        DateOnly => TableColumnKind.Date,
        DateTime { Ticks: var ticks, Kind: var zone } when ticks % TicksPerMicrosecond == 0 => zone == DateTimeKind.Utc ? TableColumnKind.UtcTimestamp : TableColumnKind.Timestamp,
        DateTimeOffset { Ticks: var ticks } when ticks % TicksPerMicrosecond == 0 => TableColumnKind.UtcTimestamp,
        _ => TableColumnKind.Text,
    };

    private static int WholeDigits(decimal number)
    {
        int digits = 0;
        for (decimal rest = Math.Truncate(Math.Abs(number)); rest >= 1; rest = Math.Truncate(rest / 10))
        {
            digits++;
        }

        return digits;
    }
}
