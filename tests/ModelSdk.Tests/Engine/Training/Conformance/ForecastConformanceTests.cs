using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Splits;
using ModelSdk.Runtime;
using ModelSdk.Tests.Engine.Training.Forecasting;

namespace ModelSdk.Tests.Engine.Training.Conformance;

/// <summary>What holds for every trainer of forecasts, with every regression that one can be made of.</summary>
public sealed class ForecastConformanceTests
{
    private const int Steps = 60;

    public static TheoryData<string> Subjects => [.. ForecastSubject.All.Select(subject => subject.Name)];

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Equal_recipes_give_equal_bytes_at_any_number_of_threads(string name)
    {
        ForecastSubject subject = ForecastSubject.Find(name);
        string digest = subject.Digest(ForecastSubject.Table);
        Assert.Equal(digest, subject.Digest(ForecastSubject.Table));
        Assert.Equal(digest, subject.Digest(ForecastSubject.Table, threads: 2));
        Assert.Equal(digest, subject.Digest(ForecastSubject.Table, threads: 4));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_constant_series_stays_constant(string name)
    {
        SeriesTable table = SeriesTable.Of(SeriesTable.Months(Steps), Enumerable.Repeat(7.0, Steps));
        Assert.All(ForecastSubject.Forecasts(ForecastSubject.Find(name).Fit(table)), value => Assert.Equal(7, value, 0.01));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_constant_series_beside_another_stays_near_its_level(string name)
    {
        SeriesTable table = SeriesTable.Of(
            [.. SeriesTable.Months(Steps), .. SeriesTable.Months(Steps)],
            [.. Enumerable.Repeat(7.0, Steps), .. Enumerable.Range(0, Steps).Select(month => 50.0 + (month % 12))],
            [.. Enumerable.Repeat("still", Steps), .. Enumerable.Repeat("moving", Steps)]);
        byte[] model = ForecastSubject.Find(name).Fit(table);
        Assert.All(ForecastSubject.Forecasts(model, "still"), value => Assert.InRange(value, 3.5, 14));
        Assert.All(ForecastSubject.Forecasts(model, "moving"), value => Assert.InRange(value, 45, 66));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void One_row_is_told_to_be_too_few(string name)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => ForecastSubject.Find(name).Fit(SeriesTable.Of(["2020-01-01"], [3])));
        Assert.Equal(ForecastDiagnostics.NoSeries, exception.Diagnostic);
        Assert.Contains("the longest has 1", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void The_fewest_values_that_are_allowed_give_finite_forecasts(string name)
    {
        SeriesTable table = SeriesTable.Of(SeriesTable.Months(RollingOrigin.LeastValues), [4, 6, 5, 7, 6]);
        double[] forecasts = ForecastSubject.Forecasts(ForecastSubject.Find(name).Fit(table));
        Assert.Equal(12, forecasts.Length);
        Assert.All(forecasts, value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_label_without_any_value_is_named(string name)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(
            () => ForecastSubject.Find(name).Fit(SeriesTable.Of(SeriesTable.Months(Steps), Enumerable.Repeat(double.NaN, Steps))));
        Assert.Equal(TrainingDiagnostics.UnusableLabel, exception.Diagnostic);
        Assert.Contains("\"sales\"", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_training_that_is_cancelled_stops(string name) => Assert.ThrowsAny<OperationCanceledException>(
        () => ForecastSubject.Find(name).Fit(ForecastSubject.Table, cancellation: new CancellationToken(canceled: true)));

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_file_that_is_read_and_written_again_has_the_same_bytes_and_forecasts(string name)
    {
        byte[] model = ForecastSubject.Find(name).Fit(ForecastSubject.Table);
        byte[] copy = ModelFile.Read(model).ToBytes();
        Assert.Equal(model, copy);
        Assert.Equal(ForecastSubject.Forecasts(model, "B"), ForecastSubject.Forecasts(copy, "B"));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Rolling_origins_find_it_better_than_the_last_week_where_there_is_noise(string name)
    {
        if (name != "SeasonalNaive")
        {
            Assert.InRange(Error(name) / Error("SeasonalNaive"), 0, 0.85);
        }
    }

    private static double Error(string name)
    {
        const int Days = 280;
        const int Horizon = 28;
        double[] values = [.. Enumerable.Range(0, Days).Select(day => 20 + (3 * (day % 7)) + (day * 7919 % 101 / 20.0))];
        SeriesTable table = SeriesTable.Of(Enumerable.Range(0, Days).Select(day => new DateOnly(2024, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), values);
        IReadOnlyList<RowSplit> folds = RollingOrigin.Folds(table.Table, table.Contract, Horizon, 2, SourceLocation.None);
        return folds.SelectMany(fold =>
        {
            PredictionModel model = PredictionModel.Load(ForecastSubject.Find(name).Fit(table, fold.Training, horizon: Horizon));
            return fold.Test.Zip(TableScores.Of(model, table.Table, fold.Test), (row, score) => Math.Abs(score - values[row]));
        }).Average();
    }
}
