using ModelSdk.Engine.Data;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Training.Forecasting;
using ModelSdk.Engine.Verification;
using ModelSdk.Runtime;
using ModelSdk.Tests.Engine.Training.Forecasting;

namespace ModelSdk.Tests.Engine.Verification;

public sealed class ForecastRowsTests
{
    private static readonly SeriesTable Stores = SeriesTable.Of(
        [.. SeriesTable.Months(24), .. SeriesTable.Months(24)], Enumerable.Range(0, 48).Select(t => (double)t), [.. Enumerable.Repeat("A", 24), .. Enumerable.Repeat("B", 24)]);

    [Fact]
    public void Every_forecast_is_verified_and_a_time_and_a_series_that_have_none()
    {
        PredictionModel model = Stores.Model(new SeasonalNaive());
        VerificationRows rows = Rows(model);
        Assert.Equal(13 * 3, rows.RowCount);
        Assert.Equal([.. Enumerable.Range(12, 12).Concat(Enumerable.Range(36, 12)).Select(value => (double)value)], rows.Predictions.Where(double.IsFinite));
        Assert.Equal(13 + 2, rows.Predictions.Count(double.IsNaN));
    }

    [Fact]
    public void Rows_without_a_number_survive_the_file()
    {
        VerificationRows rows = Rows(Stores.Model(new SeasonalNaive()));
        VerificationRows read = VerificationRows.Read(rows.ToJson());
        Assert.Equal(rows.Predictions, read.Predictions);
        Assert.Equal(rows.Columns[0].Cast<DateTimeOffset?>(), read.Columns[0].Cast<DateTimeOffset?>());
    }

    [Fact]
    public void Many_forecasts_are_verified_by_a_part()
    {
        string[] names = [.. Enumerable.Range(0, 400).Select(index => $"s{index:000}")];
        SeriesTable many = SeriesTable.Of(names.SelectMany(_ => SeriesTable.Months(6)), Enumerable.Range(0, 2400).Select(t => (double)t), names.SelectMany(name => Enumerable.Repeat(name, 6)));
        VerificationRows rows = Rows(many.Model(new SeasonalNaive()), many);
        Assert.Equal(2048, rows.RowCount);
        Assert.True(rows.Predictions.Count(double.IsFinite) > 1800);
    }

    private static VerificationRows Rows(PredictionModel model, SeriesTable? table = null)
    {
        DataTable rows = SyntheticRows.Of(model, (table ?? Stores).Contract);
        return ModelScoring.VerificationRows(model, rows, [.. Enumerable.Range(0, rows.RowCount)], (table ?? Stores).Contract);
    }
}
