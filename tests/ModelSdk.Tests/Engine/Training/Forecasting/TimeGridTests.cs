using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Forecasting;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Forecasting;

public sealed class TimeGridTests
{
    [Theory]
    [InlineData("2023-11-30 2023-12-31 2024-01-31 2024-02-29 2024-03-31", "2024-04-30 2024-05-31")]
    [InlineData("2022-12-31 2023-01-31 2023-02-28 2023-03-31 2023-04-30", "2023-05-31 2023-06-30")]
    [InlineData("2023-10-30 2023-11-30 2023-12-30 2024-01-30 2024-02-29", "2024-03-30 2024-04-30")]
    [InlineData("2022-04-01 2022-07-01 2022-10-01 2023-01-01 2023-04-01", "2023-07-01 2023-10-01")]
    [InlineData("2019-01-01 2020-01-01 2021-01-01 2022-01-01 2023-01-01", "2024-01-01 2025-01-01")]
    [InlineData("2024-02-05 2024-02-12 2024-02-19 2024-02-26 2024-03-04", "2024-03-11 2024-03-18")]
    [InlineData("2024-02-26 2024-02-27 2024-02-28 2024-02-29 2024-03-01", "2024-03-02 2024-03-03")]
    [InlineData("2023-12-31T20:00 2023-12-31T21:00 2023-12-31T22:00 2023-12-31T23:00 2024-01-01T00:00", "2024-01-01T01:00 2024-01-01T02:00")]
    [InlineData("2024-01-01T00:00 2024-01-01T00:15 2024-01-01T00:45 2024-01-01T01:00 2024-01-01T01:15", "2024-01-01T01:30 2024-01-01T01:45")]
    [InlineData("2024-01-01T10:00 2024-02-01T10:00 2024-03-01T10:00 2024-04-01T10:00 2024-06-01T10:00", "2024-07-01T10:00 2024-08-01T10:00")]
    public void The_forecast_continues_the_grid_of_the_dates(string times, string next)
    {
        string[] dates = times.Split(' ');
        PredictionModel model = SeriesTable.Of(dates, dates.Select((_, index) => (double)index)).Model(new SeasonalNaive(), null, null, ("Horizon", "2"), ("SeasonLength", "1"));
        Assert.Equal(next.Split(' '), model.ForecastTimes.Select(Text));
        Assert.All(next.Split(' '), time => Assert.Equal(4, SeriesTable.Predict(model, SeriesTable.Day(time))));
    }

    [Theory]
    [InlineData("month", 12)]
    [InlineData("quarter", 4)]
    [InlineData("year", 1)]
    [InlineData("week", 52)]
    [InlineData("day", 7)]
    [InlineData("hour", 24)]
    [InlineData("15 minutes", 96)]
    [InlineData("minute", 1)]
    [InlineData("3 days", 1)]
    public void The_step_suggests_season_and_horizon(string step, int season)
    {
        DateTime start = new(2020, 1, 1);
        Func<int, DateTime> at = step switch
        {
            "month" => index => start.AddMonths(index),
            "quarter" => index => start.AddMonths(3 * index),
            "year" => index => start.AddYears(index),
            "week" => index => start.AddDays(7 * index),
            "day" => index => start.AddDays(index),
            "hour" => index => start.AddHours(index),
            "15 minutes" => index => start.AddMinutes(15 * index),
            "minute" => index => start.AddMinutes(index),
            _ => index => start.AddDays(3 * index),
        };
        SeriesTable table = SeriesTable.Of(Enumerable.Range(0, 20).Select(index => at(index).ToString("s", CultureInfo.InvariantCulture)), Enumerable.Range(0, 20).Select(index => (double)index));
        ForecastSettings settings = ForecastSettings.Of(table.Table, table.Contract, HyperparameterValues.Defaults(new SeasonalNaive().Hyperparameters));
        Assert.Equal((season, season > 1 ? season : 5), (settings.SeasonLength, settings.Horizon));
    }

    [Fact]
    public void Numbers_may_be_times()
    {
        PredictionModel years = SeriesTable.OfIndex([2000, 2002, 2004, 2006, 2008, 2010], [1, 2, 3, 4, 5, 6]).Model(new SeasonalNaive());
        Assert.Equal([2012, 2014, 2016, 2018, 2020], years.ForecastTimes);
        PredictionModel parts = SeriesTable.OfIndex([0.1, 0.2, 0.3, 0.4, 0.5], [1, 2, 3, 4, 5], ColumnKind.Numeric).Model(new SeasonalNaive(), null, null, ("Horizon", "2"));
        Assert.Equal([5, 5], new[] { SeriesTable.Predict(parts, 0.6), SeriesTable.Predict(parts, 0.7) });
        Assert.True(double.IsNaN(SeriesTable.Predict(parts, 0.65)));
    }

    [Fact]
    public void A_time_that_stands_twice_is_an_error_with_the_time_and_the_number_of_rows()
    {
        ModelBuildException exception = Throws([.. SeriesTable.Months(6), "2000-03-01", "2000-03-01"]);
        Assert.Equal(ForecastDiagnostics.RepeatedTime, exception.Diagnostic);
        Assert.Contains("2000-03-01 stands in 3 rows", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Irregular_times_are_an_error_that_names_the_first_of_them()
    {
        ModelBuildException exception = Throws(["2020-01-01", "2020-01-08", "2020-01-15", "2020-01-23", "2020-01-30", "2020-02-07T05:00", "2020-02-14T05:00"]);
        Assert.Equal(ForecastDiagnostics.IrregularTimes, exception.Diagnostic);
        Assert.Contains("1 week apart", exception.Message, StringComparison.Ordinal);
        Assert.Contains("2020-01-23 of the series, 2020-01-30 of the series, 2020-02-07T05:00", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Working_days_are_days_with_gaps()
    {
        string[] days = [.. Enumerable.Range(0, 40).Select(index => new DateTime(2024, 1, 1).AddDays(index)).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
        PredictionModel model = SeriesTable.Of(days, days.Select((_, index) => (double)index)).Model(new SeasonalNaive());
        Assert.Equal(7, model.ForecastTimes.Count);
    }

    private static ModelBuildException Throws(string[] dates) =>
        Assert.Throws<ModelBuildException>(() => SeriesTable.Of(dates, dates.Select((_, index) => (double)index)).Model(new SeasonalNaive()));

    private static string Text(double day)
    {
        DateTime date = DateTime.UnixEpoch.AddMilliseconds(Math.Round(day * 86_400_000));
        return date.ToString(date.TimeOfDay == TimeSpan.Zero && day % 1 == 0 ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
    }
}
