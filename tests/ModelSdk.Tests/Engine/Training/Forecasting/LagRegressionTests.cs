using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Forecasting;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Forecasting;

public sealed class LagRegressionTests
{
    // References: Holt-Winters by statsmodels 1.014, seasonal naive 2.494.
    [Fact]
    public void Airline_passengers_are_forecast_better_than_by_any_reference_from_logarithms_and_differences() =>
        Assert.InRange(Accuracy.Mase("airline-passengers", new LagRegression(), 24, 12, ("Logarithm", "true"), ("Difference", "true")), 0, 0.7);

    // Reference: seasonal naive 0.9155.
    [Fact]
    public void Daily_temperatures_are_forecast_better_than_by_the_last_year() =>
        Assert.InRange(Accuracy.Mase("daily-min-temperatures", new LagRegression(), 365, 365), 0, 0.8);

    [Fact]
    public void A_recurrence_of_second_order_is_found_and_continued()
    {
        // y(t) = 1.6 y(t−1) − 0.9 y(t−2) + 3: a damped oscillation around 10.
        double[] values = new double[60];
        (values[0], values[1]) = (4, 18);
        for (int t = 2; t < values.Length; t++)
        {
            values[t] = (1.6 * values[t - 1]) - (0.9 * values[t - 2]) + 3;
        }

        SeriesTable table = SeriesTable.OfIndex(Enumerable.Range(0, 50).Select(t => (double)t), values[..50]);
        PredictionModel model = table.Model(new LagRegression(), null, null, ("Horizon", "10"), ("Lags", "2"), ("Logarithm", "false"), ("Difference", "false"));
        Assert.All(Enumerable.Range(50, 10), t => Assert.Equal(values[t], SeriesTable.Predict(model, t), 6));
    }

    [Fact]
    public void Logarithms_of_values_that_are_not_positive_are_an_error()
    {
        SeriesTable table = SeriesTable.OfIndex(Enumerable.Range(0, 40).Select(t => (double)t), Enumerable.Range(0, 40).Select(t => t % 5.0));
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => table.Model(new LagRegression(), null, null, ("Logarithm", "true")));
        Assert.Equal(ForecastDiagnostics.NotPositive, exception.Diagnostic);
    }

    [Fact]
    public void A_regression_that_does_not_exist_is_an_error_that_lists_those_of_the_catalogue()
    {
        ModelBuildException exception = Throws([1, 2, 3, 2, 1, 4], ("Regressor", "LogisticRegression"));
        Assert.Equal(TrainingDiagnostics.InvalidHyperparameter, exception.Diagnostic);
        Assert.Contains(
            "valid: LinearRegression, Ridge, Lasso, ElasticNet, PoissonRegression, QuantileRegression, NeuralNetwork, GradientBoosting, RandomForest.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_regression_for_counts_of_a_negative_value_is_an_error_that_lists_the_others()
    {
        ModelBuildException exception = Throws([1, 2, 3, -2.5, 1, 4], ("Regressor", "PoissonRegression"));
        Assert.Equal(TrainingDiagnostics.LabelsNotCounts, exception.Diagnostic);
        Assert.Contains("has \"-2.5\"; valid for it: LinearRegression, Ridge, Lasso,", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Logarithm")]
    [InlineData("Difference")]
    public void A_regression_for_counts_takes_them_as_they_are(string form)
    {
        ModelBuildException exception = Throws([1, 2, 3, 2, 1, 4], ("Regressor", "PoissonRegression"), (form, "true"));
        Assert.Equal(TrainingDiagnostics.InvalidHyperparameter, exception.Diagnostic);
        Assert.Contains($"set {form} to Auto", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_that_follow_from_the_counts_before_them_are_continued()
    {
        // ln y(t) = ln 30 − ½ ln(1 + y(t−1)).
        double[] values = new double[70];
        values[0] = 2;
        for (int t = 1; t < values.Length; t++)
        {
            values[t] = 30 / Math.Sqrt(1 + values[t - 1]);
        }

        SeriesTable table = SeriesTable.OfIndex(Enumerable.Range(0, 12).Select(t => (double)t), values[..12]);
        PredictionModel model = table.Model(new LagRegression(), null, null, ("Horizon", "10"), ("Lags", "1"), ("Regressor", "PoissonRegression"));
        Assert.All(Enumerable.Range(12, 10), t => Assert.InRange(SeriesTable.Predict(model, t) / values[t], 0.99, 1.01));
    }

    [Fact]
    public void Harmonics_are_sines_and_cosines_of_the_position_in_the_period()
    {
        Harmonics harmonics = Harmonics.Of(12);
        double[] numbers = new double[harmonics.Width];
        Assert.Equal((11, 11), (harmonics.Width, harmonics.Names.Count()));
        foreach (long step in new long[] { 0, 1, 5, 12, 1_000_003 })
        {
            harmonics.Write(step, numbers);
            Assert.Equal(Math.Cos(2 * Math.PI * step / 12), numbers[0], 8);
            Assert.Equal(Math.Sin(2 * Math.PI * step / 12), numbers[1], 8);
            Assert.Equal(Math.Cos(2 * Math.PI * 6 * step / 12), numbers[10], 8);
        }
    }

    private static ModelBuildException Throws(double[] values, params (string Name, string Value)[] settings)
    {
        SeriesTable table = SeriesTable.OfIndex(Enumerable.Range(0, 42).Select(t => (double)t), Enumerable.Range(0, 42).Select(t => values[t % values.Length]));
        return Assert.Throws<ModelBuildException>(() => table.Model(new LagRegression(), null, null, settings));
    }
}
