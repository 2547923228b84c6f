using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Judges whether times that all lie on a fine grid are really that: at least half of its steps have a value, or all distances are multiples of the usual one.</summary>
internal static class Irregularity
{
    private const double LeastFill = 0.5;
    private const int Named = 3;

    /// <summary>Looks for times that do not fit the others.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="positions">The time of each row in whole units.</param>
    /// <param name="step">The grid's step in the same units.</param>
    /// <param name="first">The row with the earliest time.</param>
    /// <returns>Null where the times are regular, else the usual distance and the first rows that are off it.</returns>
    public static (long Usual, int[] Rows)? Find(SeriesTimes rows, long[] positions, long step, int first)
    {
        (int Before, int Row)[] pairs = [.. rows.Order.Skip(1).Zip(rows.Order, (row, before) => (before, row)).Where(pair => rows.SeriesOf[pair.before] == rows.SeriesOf[pair.row])];
        double steps = rows.Keys.Count + pairs.Sum(pair => (double)((positions[pair.Row] - positions[pair.Before]) / step));
        if (pairs.Length == 0 || rows.Times.Length >= LeastFill * steps)
        {
            return null;
        }

        long usual = pairs.GroupBy(pair => positions[pair.Row] - positions[pair.Before]).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        int[] offending = [.. rows.Order.Where(row => (positions[row] - positions[first]) % usual != 0).Take(Named)];
        return offending.Length == 0 ? null : (usual, offending);
    }

    /// <summary>The diagnostic.</summary>
    public static ModelBuildException Error(SeriesTimes rows, (long Usual, int[] Rows) offending, bool months, double unit)
    {
        string times = string.Join(", ", offending.Rows.Select(row => $"{rows.TimeText(row)} of {rows.Name(rows.SeriesOf[row])}"));
        string usual = StepText.Of(offending.Usual / unit, months, rows.IsDate);
        return new ModelBuildException(
            ForecastDiagnostics.IrregularTimes,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The times in the column {Quote.Value(rows.Time.Name)} are not regular: most are {usual} apart, but from the earliest time on these are no multiple of that away: {times}. Round the times to a regular grid, sum or average the values of each step, or take these rows out; missing steps are allowed."),
            SourceLocation.None);
    }
}
