using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime.Kernels;

namespace ModelSdk.Engine.Splits;

/// <summary>
/// Folds for forecasts: the last origins, each with the rows up to it for training and the rows of the following steps for judging, so that nothing
/// looks ahead (Tashman, "Out-of-sample tests of forecasting accuracy", 2000).
/// </summary>
public static class RollingOrigin
{
    /// <summary>A number that changes whenever the same rows could be divided differently; part of the evaluation's key.</summary>
    public const int Revision = 1;

    /// <summary>A series with fewer training values is not forecast.</summary>
    public const int LeastValues = 5;

    /// <summary>
    /// Divides the rows. Origins are <paramref name="horizon"/> steps apart, the last one that far from the end, at the same times for all series.
    /// Rows of a series with fewer than <see cref="LeastValues"/> values up to the origin do not judge.
    /// </summary>
    /// <param name="table">The rows.</param>
    /// <param name="contract">A contract of a forecast.</param>
    /// <param name="horizon">How many steps each fold judges, at least 1.</param>
    /// <param name="count">How many folds, at least 1.</param>
    /// <param name="declaredAt">Where the number of folds is set.</param>
    /// <returns>The folds, earliest origin first.</returns>
    /// <exception cref="ModelBuildException">The times are not regular, or the series are too short for that many folds.</exception>
    public static IReadOnlyList<RowSplit> Folds(DataTable table, ModelContract contract, int horizon, int count, SourceLocation declaredAt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        SeriesTimes times = SeriesTimes.Of(table, contract, [.. Enumerable.Range(0, table.RowCount)]);
        ForecastGrid grid = TimeGrid.Detect(times);
        long[] steps = Array.ConvertAll(times.Times, time => grid.TryStep(time, out long step) ? step : 0);
        long last = steps.Max();
        RowSplit[] folds = [.. Enumerable.Range(0, count).Select(fold => Fold(times, steps, last - ((count - fold) * (long)horizon), horizon))];
        return Array.TrueForAll(folds, fold => fold.Training.Length > 0 && fold.Test.Length > 0) ? folds : throw TooShort(times, steps, horizon, count, declaredAt);
    }

    private static RowSplit Fold(SeriesTimes times, long[] steps, long origin, int horizon)
    {
        int[] training = [.. Enumerable.Range(0, steps.Length).Where(row => steps[row] <= origin)];
        int[] sizes = new int[times.Keys.Count];
        foreach (int row in training)
        {
            sizes[times.SeriesOf[row]]++;
        }

        // No series may have a value at the origin itself; the model counts its steps from the last value that it saw.
        long start = training.Length == 0 ? origin : training.Max(row => steps[row]);
        return new RowSplit(
            training,
            [.. Enumerable.Range(0, steps.Length).Where(row => steps[row] > start && steps[row] <= start + horizon && sizes[times.SeriesOf[row]] >= LeastValues)]);
    }

    private static ModelBuildException TooShort(SeriesTimes times, long[] steps, int horizon, int count, SourceLocation declaredAt)
    {
        long span = steps.Max() + 1;
        int longest = times.SeriesOf.CountBy(series => series).Max(pair => pair.Value);
        long possible = Math.Max(0, (Math.Min(span, longest) - LeastValues) / horizon);
        string advice = possible > 0 ? $"set ModelFolds to at most {possible}, a smaller Horizon, or add rows" : "set a smaller Horizon, or add rows";
        return new ModelBuildException(
            ForecastDiagnostics.TooShortForFolds,
            $"{Count.Of(count, "fold")} of {Count.Of(horizon, "step")} need a series of {Count.Of(((long)count * horizon) + LeastValues, "value")} or more; the data covers {Count.Of(span, "step")} and the longest series has {Count.Of(longest, "value")}: {advice}.",
            declaredAt);
    }
}
