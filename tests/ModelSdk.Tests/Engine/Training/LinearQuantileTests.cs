using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Tests.Engine.Training;

public sealed class LinearQuantileTests
{
    // At the minimum, no more than the quantile's share of the weights lies below, and no more than the rest above.
    [Theory]
    [InlineData("0.1")]
    [InlineData("0.5")]
    [InlineData("0.95")]
    public void The_share_of_rows_below_is_the_quantile(string quantile)
    {
        TestTable table = Synthetic.Regression(1500);
        RecordingLog log = new();
        MarginScorer scorer = new(Fits.File(table, new QuantileRegression(), log, settings: [("Quantile", quantile), ("Tolerance", "1E-9")]), table.Table);
        double share = double.Parse(quantile, System.Globalization.CultureInfo.InvariantCulture);
        double[] weights = table.Table.Column("w").Values;
        double[] labels = table.Table.Column("y").Values;
        double below = table.AllRows.Where(row => labels[row] < scorer.Margins(row)[0] - 1e-6).Sum(row => weights[row]);
        double above = table.AllRows.Where(row => labels[row] > scorer.Margins(row)[0] + 1e-6).Sum(row => weights[row]);
        Assert.Empty(log.Reports);
        Assert.True(below <= (share * weights.Sum()) + 1e-9, $"{below}");
        Assert.True(above <= ((1 - share) * weights.Sum()) + 1e-9, $"{above}");
    }

    [Fact]
    public void A_label_that_is_linear_is_met_exactly()
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(row => row * 1.5)];
        TestTable table = new TestTable(ModelTask.Regression).Number("x", x).Number("y", x.Select(value => 4 - (2 * value)), ColumnRole.Label);
        CoefficientTable model = Fits.Coefficients(table, new QuantileRegression(), settings: ("Quantile", "0.2")).Single();
        Assert.Equal(-2, model.Rows[0].Value, 1e-5);
        Assert.Equal(4, model.Intercept, 1e-4);
    }

    [Fact]
    public void A_constant_label_is_predicted_as_it_is()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [1, 2, 3, 7]).Number("y", [5, 5, 5, 5], ColumnRole.Label);
        CoefficientTable model = Fits.Coefficients(table, new QuantileRegression()).Single();
        Assert.Equal(5, model.Intercept + (2 * model.Rows[0].Value), 1e-6);
    }

    [Fact]
    public void A_row_of_weight_three_counts_like_three_rows()
    {
        double[] x = [1, 2, 4, 7, 9, 3];
        double[] y = [2, 1, 5, 4, 9, 3.3];
        double[] weights = [1, 3, 0, 2, 1, 2];
        int[] repeated = [.. Enumerable.Range(0, 6).SelectMany(row => Enumerable.Repeat(row, (int)weights[row]))];
        TestTable weighted = new TestTable(ModelTask.Regression).Number("x", x).Number("w", weights, ColumnRole.Weight).Number("y", y, ColumnRole.Label);
        TestTable plain = new TestTable(ModelTask.Regression).Number("x", repeated.Select(row => x[row])).Number("y", repeated.Select(row => y[row]), ColumnRole.Label);
        CoefficientTable left = Fits.Coefficients(weighted, new QuantileRegression(), settings: ("Quantile", "0.37")).Single();
        CoefficientTable right = Fits.Coefficients(plain, new QuantileRegression(), settings: ("Quantile", "0.37")).Single();
        Assert.Equal(right.Rows[0].Value, left.Rows[0].Value, 1e-4);
        Assert.Equal(right.Intercept, left.Intercept, 1e-4);
    }

    [Fact]
    public void Dependent_columns_do_no_harm()
    {
        double[] x = [.. Enumerable.Range(0, 50).Select(row => row * 7 % 50 * 1.0)];
        TestTable table = new TestTable(ModelTask.Regression).Number("x", x).Number("double", x.Select(value => 2 * value)).Category("all", x.Select(_ => "same"))
            .Number("y", x.Select((value, row) => value + (row % 3)), ColumnRole.Label);
        RecordingLog log = new();
        ModelFile file = Fits.File(table, new QuantileRegression(), log);
        MarginScorer scorer = new(file, table.Table);
        Assert.Empty(log.Reports);
        Assert.All(table.AllRows, row => Assert.InRange(scorer.Margins(row)[0] - x[row], 0.5, 1.5));
    }

    [Fact]
    public void Too_few_iterations_are_a_warning()
    {
        RecordingLog log = new();
        Fits.File(Synthetic.Regression(300), new QuantileRegression(), log, settings: ("MaxIterations", "2"));
        Assert.Equal(TrainingDiagnostics.NotConverged, Assert.Single(log.Reports).Diagnostic);
    }
}
