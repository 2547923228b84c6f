using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Tests.Engine.Training;

public sealed class LinearRegressionTests
{
    private static readonly LinearRegression Trainer = new();

    [Fact]
    public void Coefficients_come_back_in_original_units()
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(row => row * 3.0)];
        string[] regions = [.. Enumerable.Range(0, 40).Select(row => row % 4 == 0 ? "north" : "south")];
        TestTable table = new TestTable(ModelTask.Regression).Number("x", x).Category("region", regions)
            .Number("y", x.Zip(regions, (value, region) => 5 + (2 * value) + (region == "north" ? 7 : 0)), ColumnRole.Label);
        CoefficientTable coefficients = Fits.Coefficients(table, Trainer).Single();
        Assert.Equal("y", coefficients.Output);
        Assert.Equal(5, coefficients.Intercept, 1e-11);
        Assert.Equal(["x", "region=north"], coefficients.Rows.Select(row => row.Term));
        Assert.Equal(2, coefficients.Rows[0].Value, 1e-12);
        Assert.Equal(2 * Math.Sqrt(((40 * 40) - 1) / 12.0) * 3, coefficients.Rows[0].Standardised, 1e-10);
        Assert.Equal(7, coefficients.Rows[1].Value, 1e-11);
    }

    [Fact]
    public void A_row_of_weight_three_counts_like_three_rows()
    {
        double[] x = [1, 2, 4, 7, 9];
        double[] y = [2, 1, 5, 4, 9];
        double[] weights = [1, 3, 0, 2, 1];
        int[] repeated = [0, 1, 1, 1, 3, 3, 4];
        TestTable weighted = new TestTable(ModelTask.Regression).Number("x", x).Number("w", weights, ColumnRole.Weight).Number("y", y, ColumnRole.Label);
        TestTable plain = new TestTable(ModelTask.Regression).Number("x", repeated.Select(row => x[row])).Number("y", repeated.Select(row => y[row]), ColumnRole.Label);
        CoefficientTable left = Fits.Coefficients(weighted, Trainer).Single();
        CoefficientTable right = Fits.Coefficients(plain, Trainer).Single();
        Assert.Equal(right.Intercept, left.Intercept, 1e-13);
        Assert.Equal(right.Rows[0].Value, left.Rows[0].Value, 1e-13);
    }

    [Fact]
    public void A_dependent_column_is_named_in_a_warning_and_the_solution_has_the_least_norm()
    {
        double[] x = [1, 2, 4, 7, 9, 12];
        TestTable table = new TestTable(ModelTask.Regression).Number("x", x).Number("double", x.Select(value => 2 * value))
            .Number("other", [3, 1, 4, 1, 5, 9]).Number("y", x.Select(value => 1 + (6 * value)), ColumnRole.Label);
        RecordingLog log = new();
        CoefficientTable coefficients = Fits.Coefficients(table, Trainer, log).Single();
        (ModelDiagnostic diagnostic, string text, _) = Assert.Single(log.Reports);
        Assert.Equal(TrainingDiagnostics.DependentColumns, diagnostic);
        Assert.Contains("\"double\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"other\"", text, StringComparison.Ordinal);
        Assert.Equal(coefficients.Rows[0].Standardised, coefficients.Rows[1].Standardised, 1e-12);
        Assert.Equal([3, 1.5, 0], coefficients.Rows.Select(row => Math.Round(row.Value, 11)));
        Assert.Equal(1, coefficients.Intercept, 1e-11);
    }

    [Fact]
    public void More_features_than_rows_are_fitted_exactly_with_the_least_norm()
    {
        TestTable table = new(ModelTask.Regression);
        for (int column = 0; column < 5; column++)
        {
            table.Number($"x{column}", [column, column * column, 1 + (3 * column % 4)]);
        }

        table.Number("y", [1, 5, 2], ColumnRole.Label);
        RecordingLog log = new();
        ModelFile file = Fits.File(table, Trainer, log);
        MarginScorer scorer = new(file, table.Table);
        Assert.Equal(TrainingDiagnostics.DependentColumns, Assert.Single(log.Reports).Diagnostic);
        Assert.Equal([1.0, 5.0, 2.0], table.AllRows.Select(row => Math.Round(scorer.Margins(row)[0], 11)));
    }

    [Fact]
    public void One_row_is_predicted_as_it_is()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [3]).Category("region", ["north"]).Number("y", [8], ColumnRole.Label);
        CoefficientTable coefficients = Fits.Coefficients(table, Trainer).Single();
        Assert.Equal(8, coefficients.Intercept, 1e-14);
        Assert.All(coefficients.Rows, row => Assert.Equal(0, row.Value));
    }

    [Fact]
    public void A_constant_feature_gets_coefficient_zero_and_no_warning()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("constant", [0.1, 0.1, 0.1, 0.1]).Number("x", [1, 2, 3, 5]).Number("y", [2, 4, 6, 10], ColumnRole.Label);
        RecordingLog log = new();
        CoefficientTable coefficients = Fits.Coefficients(table, Trainer, log).Single();
        Assert.Empty(log.Reports);
        Assert.Equal(0, coefficients.Rows[0].Value);
        Assert.Equal(2, coefficients.Rows[1].Value, 1e-13);
    }

    [Fact]
    public void Without_an_intercept_the_prediction_at_zero_is_zero_and_every_category_has_a_column()
    {
        string[] regions = [.. Enumerable.Range(0, 20).Select(row => row % 2 == 0 ? "a" : "b")];
        TestTable table = new TestTable(ModelTask.Regression).Number("x", Enumerable.Range(0, 20).Select(row => 100.0 + row)).Category("r", regions)
            .Number("y", Enumerable.Range(0, 20).Select(row => (3 * (100.0 + row)) + (row % 2 == 0 ? 4 : -4)), ColumnRole.Label);
        CoefficientTable coefficients = Fits.Coefficients(table, Trainer, settings: ("FitIntercept", "false")).Single();
        Assert.Equal(0, coefficients.Intercept);
        Assert.Equal(["x", "r=a", "r=b"], coefficients.Rows.Select(row => row.Term));
        Assert.Equal([3, 4, -4], coefficients.Rows.Select(row => Math.Round(row.Value, 9)));
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0.0)]
    public void Weights_that_say_nothing_stop_the_training(double weight)
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [1, 2]).Number("w", [0, weight], ColumnRole.Weight).Number("y", [1, 2], ColumnRole.Label);
        Assert.Equal(TrainingDiagnostics.UnusableWeights, Assert.Throws<ModelBuildException>(() => Fits.File(table, Trainer)).Diagnostic);
    }

    [Fact]
    public void A_label_that_is_no_number_stops_the_training()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [1, 2]).Number("y", [1, double.PositiveInfinity], ColumnRole.Label);
        Assert.Equal(TrainingDiagnostics.UnusableLabel, Assert.Throws<ModelBuildException>(() => Fits.File(table, Trainer)).Diagnostic);
    }

    [Fact]
    public void Training_stops_when_it_is_cancelled()
    {
        TestTable table = Synthetic.Regression(3000);
        ModelFit fit = new(table.Contract, Trainer, HyperparameterValues.Defaults(Trainer.Hyperparameters));
        Assert.ThrowsAny<OperationCanceledException>(() => fit.Run(table.Table, table.AllRows, new RecordingLog(), new CancellationToken(canceled: true)));
    }
}
