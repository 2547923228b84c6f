using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Splits;
using ModelSdk.Runtime.Kernels;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>In what unit the metric <c>Mase</c> measures the errors of test rows.</summary>
public static class SeasonalNaiveErrors
{
    /// <summary>
    /// For each test row the mean |y(t) − y(t−m)| over the training rows of its series, gaps filled as for the fit; NaN where the series has fewer than
    /// two training rows.
    /// </summary>
    /// <param name="table">The rows.</param>
    /// <param name="contract">A contract of a forecast.</param>
    /// <param name="split">Training and test rows.</param>
    /// <param name="seasonLength">m, at least 1 (see <see cref="ForecastSettings"/>).</param>
    /// <exception cref="Logging.ModelBuildException">The times are not regular.</exception>
    public static double[] Of(DataTable table, ModelContract contract, RowSplit split, int seasonLength)
    {
        SeriesTimes times = SeriesTimes.Of(table, contract, [.. Enumerable.Range(0, table.RowCount)]);
        ForecastGrid grid = TimeGrid.Detect(times);
        double[] label = table.Column(contract.Label.Name).Values;
        HashSet<int> training = [.. split.Training];
        double[] errors = new double[times.Keys.Count];
        Array.Fill(errors, double.NaN);
        foreach (IGrouping<int, int> rows in times.Order.Where(training.Contains).GroupBy(row => times.SeriesOf[row]))
        {
            long[] steps = [.. rows.Select(row => grid.TryStep(times.Times[row], out long step) ? step : 0)];
            errors[rows.Key] = NaiveError.Of(GapFilling.Fill([], "", steps, [.. rows.Select(row => label[row])]).Values, seasonLength);
        }

        return Array.ConvertAll(split.Test, row => errors[times.SeriesOf[row]]);
    }
}
