using System.Globalization;

namespace ModelSdk.Engine.Data;

/// <summary>Says how far times are apart.</summary>
internal static class StepText
{
    private static readonly (double Days, string Name)[] Units = [(7, "week"), (1, "day"), (1.0 / 24, "hour"), (1.0 / 1440, "minute"), (1.0 / 86400, "second")];

    /// <summary>A distance for messages: <c>1 month</c>, <c>7 days</c>, <c>15 minutes</c>, <c>2</c>.</summary>
    /// <param name="step">The number of months, days or units.</param>
    /// <param name="months">Whether it counts months.</param>
    /// <param name="date">Whether times are dates.</param>
    public static string Of(double step, bool months, bool date)
    {
        if (months)
        {
            return step % 12 == 0 ? Text(step / 12, "year") : Text(step, "month");
        }

        (double Days, string Name) unit = date ? Units.FirstOrDefault(unit => IsWhole(step / unit.Days)) : default;
        return unit.Name is null ? step.ToString("0.######", CultureInfo.InvariantCulture) + (date ? " days" : "") : Text(Math.Round(step / unit.Days), unit.Name);
    }

    private static bool IsWhole(double number) => number > 0.5 && Math.Abs(number - Math.Round(number)) < 1e-6;

    private static string Text(double number, string unit) => Count.Of((long)number, unit);
}
