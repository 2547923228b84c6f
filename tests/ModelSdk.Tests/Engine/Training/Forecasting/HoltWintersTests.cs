using System.Text.Json;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Forecasting;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Forecasting;

public sealed class HoltWintersTests
{
    private const int Months = 24;

    [Theory]
    [InlineData("Additive", 0)]
    [InlineData("Multiplicative", 1)]
    public void The_fit_is_as_close_as_statsmodels_and_forecasts_the_same(string season, int index)
    {
        JsonElement reference = Reference()[index];
        double[] values = SeriesTable.Read("airline-passengers").Table.Column("sales").Values[..^Months];
        SmoothingFit fit = SmoothingFit.To(values, new(TrendForm.Additive, Enum.Parse<SeasonForm>(season)), 12);
        Assert.True(fit.MeanSquaredError * values.Length <= reference.GetProperty("sse").GetDouble() * (1 + 1e-6));
        Assert.Equal(reference.GetProperty("alpha").GetDouble(), fit.Weights.Alpha, 3);
        double[] expected = [.. reference.GetProperty("forecast").EnumerateArray().Select(value => value.GetDouble())];
        Assert.All(expected.Zip(fit.Forecast(Months)), pair => Assert.InRange(pair.Second / pair.First, 0.9995, 1.0005));
    }

    // statsmodels' own forecasts reach 1.014 and 1.088: it takes the season of the last month from before the last update (TestData/statsmodels).
    [Theory]
    [InlineData("Additive", "Multiplicative", 1.0329)]
    [InlineData("Additive", "Additive", 1.1147)]
    [InlineData("Auto", "Auto", 1.0329)]
    public void Airline_passengers_are_forecast_as_well_as_by_statsmodels(string trend, string season, double bound) =>
        Assert.InRange(Accuracy.Mase("airline-passengers", new HoltWinters(), Months, 12, ("Trend", trend), ("Season", season)), 0, bound);

    [Fact]
    public void A_line_and_a_season_without_noise_are_continued()
    {
        double[] season = [3, -1, -2];
        SeriesTable table = SeriesTable.OfIndex(Enumerable.Range(0, 30).Select(t => (double)t), Enumerable.Range(0, 30).Select(t => 10 + (0.5 * t) + season[t % 3]));
        PredictionModel model = table.Model(new HoltWinters(), null, null, ("SeasonLength", "3"), ("Horizon", "6"), ("Trend", "Additive"), ("Season", "Additive"));
        Assert.All(Enumerable.Range(30, 6), t => Assert.Equal(10 + (0.5 * t) + season[t % 3], SeriesTable.Predict(model, t), 3));
    }

    [Fact]
    public void A_constant_series_stays_constant()
    {
        SeriesTable table = SeriesTable.Of(SeriesTable.Months(40), Enumerable.Repeat(7.0, 40));
        PredictionModel model = table.Model(new HoltWinters());
        Assert.All(model.ForecastTimes, time => Assert.Equal(7, SeriesTable.Predict(model, time), 9));
    }

    [Fact]
    public void A_multiplicative_season_of_values_that_are_not_positive_is_an_error()
    {
        SeriesTable table = SeriesTable.Of(SeriesTable.Months(40), Enumerable.Range(0, 40).Select(t => (double)(t % 12)));
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => table.Model(new HoltWinters(), null, null, ("Season", "Multiplicative")));
        Assert.Equal(ForecastDiagnostics.NotPositive, exception.Diagnostic);
    }

    [Fact]
    public void A_series_of_less_than_two_seasons_is_fitted_without_one()
    {
        SeriesTable table = SeriesTable.Of(SeriesTable.Months(20), Enumerable.Range(0, 20).Select(t => 5.0 + (t % 4)));
        FittedModel fitted = table.Fit(new HoltWinters(), settings: ("Season", "Additive"));
        Assert.Equal(12, fitted.Model.Tensors[^1].Shape[1]);
        Assert.True(new SmoothingForm(TrendForm.Additive, SeasonForm.Additive).For(20, 12) is { HasSeason: false, HasTrend: true });
    }

    private static JsonElement Reference() => JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", "statsmodels", "holt-winters.json"))).RootElement;
}
