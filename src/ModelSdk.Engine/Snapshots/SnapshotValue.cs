using System.Buffers;
using System.Globalization;

namespace ModelSdk.Engine.Snapshots;

/// <summary>How values of a database are written: the same texts that Parquet columns get.</summary>
internal static class SnapshotValue
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("-0123456789");

    private static readonly HashSet<Type> Types =
    [
        typeof(string), typeof(char), typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(decimal), typeof(float), typeof(double), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly),
    ];

    /// <summary>Whether a column of this type can be written.</summary>
    public static bool CanWrite(Type type) => Types.Contains(type);

    /// <summary>The text of a value; empty for NULL and NaN.</summary>
    /// <param name="value">A value of one of the types that can be written, or <see cref="DBNull"/>.</param>
    public static string Text(object value) => value switch
    {
        DBNull => "",
        bool flag => flag ? "true" : "false",
        float number => Number(number),
        double number => Number(number),
        DateTime { Kind: DateTimeKind.Utc } time => Time(time) + "Z",
        DateTime time => Time(time),
        DateTimeOffset time => Time(time.UtcDateTime) + "Z",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Number(double number)
    {
        string text = double.IsNaN(number) ? "" : number.ToString("R", CultureInfo.InvariantCulture);

        // A whole number of a column with fractions is no integer.
        return text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Digits) ? text + ".0" : text;
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
