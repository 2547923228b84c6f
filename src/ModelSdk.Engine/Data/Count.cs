using System.Globalization;

namespace ModelSdk.Engine.Data;

/// <summary>Numbers of things in messages.</summary>
internal static class Count
{
    private static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = " " };

    /// <summary>A number with spaces between thousands.</summary>
    public static string Text(long number) => number.ToString("#,0", Spaced);

    /// <summary><c>1 row</c>, <c>12 000 rows</c>.</summary>
    public static string Of(long number, string thing) => $"{Text(number)} {thing}{(number == 1 ? "" : "s")}";
}
