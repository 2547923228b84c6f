using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;
using ModelSdk.Engine.Training.Linear.LeastSquares;

namespace ModelSdk.Tests.Engine.Training;

public sealed class LinearLeastSquaresTests
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 3)]
    [InlineData(false, 3)]
    public void Sums_in_double_and_in_double_double_lead_to_the_same_solution(bool intercept, double penalty)
    {
        TrainingData data = LinearProblems.Data(Synthetic.Regression(5000), intercept ? FeatureForm.IndicatorsWithReference : FeatureForm.Indicators);
        LeastSquaresProblem problem = new(data, intercept, penalty);
        LeastSquaresFit rounded = LeastSquaresSolver.Rounded(problem, CancellationToken.None)!;
        LeastSquaresFit exact = LeastSquaresSolver.Exact(problem, CancellationToken.None);
        Assert.Equal((false, true), (rounded.IsExact, exact.IsExact));
        AssertEqual(exact, rounded, 1e-12);
        Assert.All(exact.Statistics.Zip(rounded.Statistics), pair => Assert.Equal(pair.First.StandardError, pair.Second.StandardError, 1e-8 * pair.First.StandardError));
        Assert.Equal(penalty > 0 ? 0 : data.Columns.Count + (intercept ? 1 : 0), exact.Statistics.Count);
        Assert.Equal(exact.Figures.Keys, rounded.Figures.Keys);
        Assert.All(exact.Figures, figure => Assert.Equal(figure.Value, rounded.Figures[figure.Key], 1e-8 * figure.Value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Indicators_by_their_codes_and_as_dense_columns_lead_to_the_same_solution(bool exact)
    {
        TrainingData data = LinearProblems.Data(Synthetic.Regression(5000), FeatureForm.IndicatorsWithReference);
        LeastSquaresFit[] fits = [.. new[] { data, LinearProblems.Expanded(data) }.Select(form => new LeastSquaresProblem(form, true, 0))
            .Select(problem => exact ? LeastSquaresSolver.Exact(problem, CancellationToken.None) : LeastSquaresSolver.Rounded(problem, CancellationToken.None)!)];
        AssertEqual(fits[0], fits[1], 1e-11);
    }

    [Fact]
    public void Digits_that_standardisation_rounds_are_back_where_the_original_values_are_at_hand()
    {
        NistDataSet longley = NistDataSet.Read("Longley");
        TrainingData data = LinearProblems.Data(longley.Table(), FeatureForm.IndicatorsWithReference);
        double[] digits = [.. new[] { data, data with { ReadOriginals = null } }
            .Select(form => LeastSquaresSolver.Exact(new LeastSquaresProblem(form, true, 0), CancellationToken.None).Statistics)
            .Select(rows => -Math.Log10(rows.Zip(longley.Certified, (row, certified) => Math.Abs((row.Value / certified) - 1)).Max()))];
        Assert.True(digits[0] > 14, $"{digits[0]}");
        Assert.True(digits[1] > 11, $"{digits[1]}");
    }

    [Fact]
    public void A_high_condition_is_noticed_and_summed_in_double_double()
    {
        double[] x = [.. Enumerable.Range(0, 3000).Select(row => 1 + (row / 3000.0))];
        TestTable table = new(ModelTask.Regression);
        for (int power = 1; power <= 7; power++)
        {
            table.Number($"x{power}", x.Select(value => Power(value, power)));
        }

        TrainingData data = LinearProblems.Data(table.Number("y", x.Select(value => 2 + (3 * Power(value, 4)) - value), ColumnRole.Label), FeatureForm.IndicatorsWithReference);
        LeastSquaresProblem problem = new(data, true, 0);
        Assert.Null(LeastSquaresSolver.Rounded(problem, CancellationToken.None));
        LeastSquaresFit fit = LeastSquaresSolver.Solve(problem, CancellationToken.None);
        Assert.True(fit.IsExact);
        Assert.True(fit.Figures["ConditionEstimate"] > LeastSquaresSolver.HighCondition);
        Assert.Equal([2, -1, 0, 0, 3, 0, 0, 0], fit.Statistics.Select(row => Math.Round(row.Value, 3)));
    }

    [Fact]
    public void Columns_that_are_missing_together_are_dependent_and_only_their_errors_are_undetermined()
    {
        double[] a = [.. Enumerable.Range(0, 60).Select(row => row % 10 == 0 ? double.NaN : row % 7)];
        double[] b = [.. Enumerable.Range(0, 60).Select(row => row % 10 == 0 ? double.NaN : row * row % 11)];
        TestTable table = new TestTable(ModelTask.Regression).Number("a", a).Number("b", b)
            .Number("y", Enumerable.Range(0, 60).Select(row => (row % 5) + (double.IsNaN(a[row]) ? 4 : a[row])), ColumnRole.Label);
        RecordingLog log = new();
        LinearRegression trainer = new();
        TrainedModel model = trainer.Train(
            LinearProblems.Data(table, FeatureForm.IndicatorsWithReference), HyperparameterValues.Defaults(trainer.Hyperparameters), log, CancellationToken.None);
        Assert.Contains("\"b (missing)\"", Assert.Single(log.Reports).Text, StringComparison.Ordinal);
        Assert.Equal(["(intercept)", "a", "a (missing)", "b", "b (missing)"], model.Statistics.Select(row => row.Name));
        Assert.Equal([true, false, true, false, true], model.Statistics.Select(row => double.IsNaN(row.StandardError)));
        Assert.Equal(model.Statistics[2].Value, model.Statistics[4].Value, 1e-12);
    }

    [Fact]
    public void Without_degrees_of_freedom_there_is_no_residual_deviation()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [1, 2]).Number("y", [1, 5], ColumnRole.Label);
        LeastSquaresFit fit = LeastSquaresSolver.Solve(new LeastSquaresProblem(LinearProblems.Data(table), true, 0), CancellationToken.None);
        Assert.Equal(0, fit.Figures["DegreesOfFreedom"]);
        Assert.False(fit.Figures.ContainsKey("ResidualStandardDeviation"));
        Assert.All(fit.Statistics, row => Assert.True(double.IsNaN(row.StandardError) && double.IsNaN(row.PValue)));
    }

    [Fact]
    public void A_design_that_is_too_wide_stops_the_training_before_it_fills_the_memory()
    {
        int width = LeastSquaresSolver.MostColumns + 1;
        TrainingData data = new(ModelTask.Regression, new DesignMatrix(1, width, [], 1), [.. Enumerable.Range(0, width).Select(column => new DesignColumn($"c={column}", "c", 0, 1))], [1]);
        ITrainer[] trainers = [new LinearRegression(), new Ridge(), new Lasso(), new ElasticNet(), new QuantileRegression()];
        Assert.All(trainers, trainer => Assert.Equal(
            TrainingDiagnostics.TooManyColumns,
            Assert.Throws<ModelBuildException>(() => trainer.Train(data, HyperparameterValues.Defaults(trainer.Hyperparameters), new RecordingLog(), CancellationToken.None)).Diagnostic));
    }

    [Theory]
    [InlineData("1e300", "1")]
    [InlineData("0.1", "0.2")]
    [InlineData("1", "-3e-20")]
    public void Double_double_arithmetic_keeps_what_double_loses(string first, string second)
    {
        double a = double.Parse(first, System.Globalization.CultureInfo.InvariantCulture);
        double b = double.Parse(second, System.Globalization.CultureInfo.InvariantCulture);
        DoubleDouble sum = (DoubleDouble)a + b;
        Assert.Equal(b, (sum - a).ToDouble());
        DoubleDouble third = (DoubleDouble)b / 3;
        Assert.Equal(0, ((third * 3) - b).ToDouble(), Math.Abs(b) * 1e-31);
        DoubleDouble root = DoubleDouble.Sqrt(Math.Abs(b));
        Assert.Equal(0, ((root * root) - Math.Abs(b)).ToDouble(), Math.Abs(b) * 1e-30);
    }

    private static double Power(double value, int exponent) => Enumerable.Repeat(value, exponent).Aggregate(1.0, (product, factor) => product * factor);

    private static void AssertEqual(LeastSquaresFit expected, LeastSquaresFit actual, double tolerance)
    {
        Assert.Equal(expected.Intercept, actual.Intercept, tolerance * (1 + Math.Abs(expected.Intercept)));
        Assert.All(expected.Coefficients.Zip(actual.Coefficients), pair => Assert.Equal(pair.First, pair.Second, tolerance * (1 + Math.Abs(pair.First))));
    }
}
