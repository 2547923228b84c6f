using System.Numerics;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime.Kernels;

namespace ModelSdk.Engine.Data;

/// <summary>
/// Finds the regular grid on which the times of a forecast's rows lie. Dates that all stand on one day of the month (or all on the last one) at one
/// time of day are months apart; other times are a fixed length apart. The step is the greatest common divisor of all distances, so that a value
/// may be missing anywhere.
/// </summary>
internal static class TimeGrid
{
    private const double MicrosecondsPerDay = 86_400_000_000;
    private const double PartsOfNumber = 1_000_000;
    private const double LargestNumber = 1e12;

    /// <summary>Finds the grid; its step 0 is the earliest time.</summary>
    /// <param name="rows">The rows, at least one.</param>
    /// <exception cref="ModelBuildException">A series has two rows at one time, or the times are not regular.</exception>
    public static ForecastGrid Detect(SeriesTimes rows)
    {
        RequireDistinct(rows);
        int first = Enumerable.Range(0, rows.Times.Length).MinBy(row => rows.Times[row]);
        int day = rows.IsDate ? AnchorDay(rows.Times) : 0;
        double unit = day > 0 ? 1 : rows.IsDate ? MicrosecondsPerDay : PartsOfNumber;
        long[] positions = day > 0 ? [.. rows.Times.Select(time => (long)ForecastGrid.MonthOf(ForecastGrid.DateOf(time)))] : Positions(rows, unit);
        long step = CommonStep(positions, positions[first]);
        if (Irregularity.Find(rows, positions, step, first) is { } offending)
        {
            throw Irregularity.Error(rows, offending, day > 0, unit);
        }

        return new ForecastGrid(rows.Times[first], step / unit, day);
    }

    /// <summary>The day of the month on which all dates lie, 31 where each is the last of its month; 0 where there is none, or all are in one month.</summary>
    private static int AnchorDay(double[] times)
    {
        if (!Array.TrueForAll(times, ForecastGrid.IsDate))
        {
            return 0;
        }

        DateTime[] dates = Array.ConvertAll(times, ForecastGrid.DateOf);
        bool ends = Array.TrueForAll(dates, date => date.Day == DateTime.DaysInMonth(date.Year, date.Month));
        int anchor = ends ? 31 : dates.Max(date => date.Day);
        bool fits = Array.TrueForAll(dates, date => date.TimeOfDay == dates[0].TimeOfDay && date.Day == Math.Min(anchor, DateTime.DaysInMonth(date.Year, date.Month)));
        return fits && dates.Select(ForecastGrid.MonthOf).Distinct().Count() > 1 ? anchor : 0;
    }

    private static long[] Positions(SeriesTimes rows, double unit)
    {
        int bad = Array.FindIndex(rows.Times, time => !(Math.Abs(time) <= LargestNumber) || (!rows.IsDate && Math.Abs(Math.Round(time * unit) - (time * unit)) > 1e-3));
        if (bad >= 0)
        {
            throw new ModelBuildException(
                ForecastDiagnostics.IrregularTimes,
                $"The time {rows.TimeText(bad)} in the column {Quote.Value(rows.Time.Name)} is no number of at most 10^12 with at most six decimals.",
                SourceLocation.None);
        }

        return Array.ConvertAll(rows.Times, time => (long)Math.Round(time * unit));
    }

    private static long CommonStep(long[] positions, long first)
    {
        long divisor = 0;
        foreach (long position in positions)
        {
            divisor = (long)BigInteger.GreatestCommonDivisor(divisor, position - first);
        }

        return Math.Max(divisor, 1);
    }

    private static void RequireDistinct(SeriesTimes rows)
    {
        for (int index = 1; index < rows.Order.Length; index++)
        {
            (int before, int row) = (rows.Order[index - 1], rows.Order[index]);
            if (rows.SeriesOf[before] == rows.SeriesOf[row] && rows.Times[before] == rows.Times[row])
            {
                int count = Enumerable.Range(0, rows.Times.Length).Count(other => rows.SeriesOf[other] == rows.SeriesOf[row] && rows.Times[other] == rows.Times[row]);
                throw new ModelBuildException(
                    ForecastDiagnostics.RepeatedTime,
                    $"The time {rows.TimeText(row)} stands in {Count.Of(count, "row")} of {rows.Name(rows.SeriesOf[row])}; a series has one value at a time. "
                    + "Set \"role\": \"group\" in the contract for the column that tells series apart, or combine the rows.",
                    SourceLocation.None);
            }
        }
    }
}
