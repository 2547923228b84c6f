using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Forecasting;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Forecasting;

public sealed class ForecastTrainerTests
{
    // The first digits, written down so that another processor, runtime or platform shows a difference. They change with a trainer's Revision only.
    private const string NaiveDigest = "22b4640592683b4d";
    private const string HoltWintersDigest = "8ce9e88985b8d448";
    private const string LagDigest = "ca2cb4ae18f571e8";
    private const string SelectionDigest = "ebd24f23220de2c2";

    private static readonly SeriesTable TwoStores = SeriesTable.Of(
        [.. SeriesTable.Months(36), .. SeriesTable.Months(30)],
        [.. Enumerable.Range(0, 36).Select(t => 100.0 + t), .. Enumerable.Range(0, 30).Select(t => 10.0 + (t % 12))],
        [.. Enumerable.Repeat("A", 36), .. Enumerable.Repeat("B", 30)]);

    [Fact]
    public void Each_series_has_its_own_forecasts_of_the_steps_after_the_last_time_of_all()
    {
        PredictionModel model = TwoStores.Model(new SeasonalNaive());
        Assert.Equal((12, 2), (model.ForecastTimes.Count, model.ForecastSeries.Count));
        Assert.Equal(100 + 24, SeriesTable.Predict(model, SeriesTable.Day("2003-01-01"), "A"));
        Assert.Equal(100 + 35, SeriesTable.Predict(model, SeriesTable.Day("2003-12-01"), "A"));

        // B ends half a year earlier; January is ten steps, of a season of twelve, after its own end.
        Assert.Equal(10, SeriesTable.Predict(model, SeriesTable.Day("2003-01-01"), "B"));
    }

    [Theory]
    [InlineData("2002-12-01", "A")]
    [InlineData("2004-01-01", "A")]
    [InlineData("2003-01-02", "A")]
    [InlineData("2003-01-01T01:00", "A")]
    [InlineData("2003-01-01", "C")]
    [InlineData("2003-01-01", "")]
    public void Times_outside_the_horizon_or_off_the_grid_and_unknown_series_give_no_number(string time, string store) =>
        Assert.True(double.IsNaN(SeriesTable.Predict(TwoStores.Model(new SeasonalNaive()), SeriesTable.Day(time), store)));

    [Fact]
    public void Missing_steps_are_filled_on_a_straight_line_and_told()
    {
        SeriesTable table = SeriesTable.OfIndex([0, 1, 2, 5, 6], [1, 2, 3, 9, 4]);
        FittedModel fitted = table.Fit(new SeasonalNaive(), settings: [("SeasonLength", "4"), ("Horizon", "4")]);
        Assert.Equal([5, 7, 9, 4], fitted.Model.Tensors[^1].ToDoubles());
        Assert.Contains(fitted.Model.Notes, note => note.StartsWith("2 steps without a value", StringComparison.Ordinal));
    }

    [Fact]
    public void Short_series_are_left_out_with_a_warning()
    {
        SeriesTable table = SeriesTable.Of([.. SeriesTable.Months(20), .. SeriesTable.Months(4)], Enumerable.Repeat(1.0, 24), [.. Enumerable.Repeat("A", 20), .. Enumerable.Repeat("B", 4)]);
        RecordingLog log = new();
        PredictionModel model = table.Model(new SeasonalNaive(), null, log);
        Assert.Equal(ForecastDiagnostics.ShortSeries, Assert.Single(log.Reports).Diagnostic);
        Assert.True(double.IsNaN(SeriesTable.Predict(model, model.ForecastTimes[0], "B")));
        Assert.Equal(1, SeriesTable.Predict(model, model.ForecastTimes[0], "A"));
    }

    [Fact]
    public void Nothing_but_short_series_is_an_error()
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => SeriesTable.OfIndex([1, 2, 3, 4], [1, 2, 3, 4]).Model(new HoltWinters()));
        Assert.Equal(ForecastDiagnostics.NoSeries, exception.Diagnostic);
        Assert.Contains("the longest has 4", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SeasonalNaive", NaiveDigest)]
    [InlineData("HoltWinters", HoltWintersDigest)]
    [InlineData("LagRegression", LagDigest)]
    [InlineData("ForecastSelection", SelectionDigest)]
    public void One_recipe_gives_one_digest_at_any_number_of_threads(string name, string digest)
    {
        ITrainer trainer = TrainerCatalog.Find(name, ModelTask.Forecasting, SourceLocation.None);
        string[] digests = [.. new[] { 1, 2, 4 }.Select(threads => ModelFile.Digest(ModelFileBuilder.Build(TwoStores.Fit(trainer, threads: threads)).ToBytes())[..16])];
        Assert.Equal([digest, digest, digest], digests);
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter()
    {
        int[] shuffled = [.. TwoStores.AllRows.OrderBy(row => (row * 37) % 66)];
        double[] expected = TwoStores.Fit(new HoltWinters()).Model.Tensors[^1].ToDoubles();
        Assert.Equal(expected, TwoStores.Fit(new HoltWinters(), shuffled).Model.Tensors[^1].ToDoubles());
    }

    [Fact]
    public void Auto_chooses_by_earlier_origins_and_says_so()
    {
        FittedModel fitted = SeriesTable.Read("airline-passengers").Fit(TrainerCatalog.Find("Auto", ModelTask.Forecasting, SourceLocation.None));
        Assert.Equal("ForecastSelection", fitted.Trainer);
        Assert.Contains(fitted.Model.Notes, note => note.StartsWith("Method: ", StringComparison.Ordinal) && note.Contains("after each of 8 origins", StringComparison.Ordinal));
        Assert.InRange(fitted.Model.Figures["TrialMase"], 0, 1);
    }

    // References: statsmodels 1.014 (1.033 with the last season's update), seasonal naive 2.494.
    [Fact]
    public void Auto_forecasts_airline_passengers_as_well_as_the_reference() =>
        Assert.InRange(Accuracy.Mase("airline-passengers", new ForecastSelection(), 24, 12), 0, 1.0329);

    // Reference: seasonal naive 0.9155.
    [Fact]
    public void Auto_beats_last_year_on_daily_temperatures() =>
        Assert.InRange(Accuracy.Mase("daily-min-temperatures", new ForecastSelection(), 365, 365), 0, 0.9155);
}
