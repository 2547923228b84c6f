using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Runtime.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear;
using ModelSdk.Tests.Engine.Features;

namespace ModelSdk.Tests.Engine.Training;

public sealed class LogisticRegressionTests
{
    // LogisticRegression(C=1) of scikit-learn 1.2.1 after StandardScaler: log loss and accuracy of each test fold.
    [Theory]
    [InlineData(0, 0.10916269000813482, 1.0)]
    [InlineData(1, 0.13650268373451174, 0.9666666666666667)]
    [InlineData(2, 0.23048393159120031, 0.9)]
    [InlineData(3, 0.11359325962191578, 1.0)]
    [InlineData(4, 0.1879080662553611, 0.9)]
    public void Iris_folds_have_the_log_loss_of_scikit_learn(int fold, double logLoss, double accuracy)
    {
        TestTable table = Iris.Table();
        int[] training = [.. table.AllRows.Where(row => Iris.Folds[row] != fold)];
        int[] test = [.. table.AllRows.Where(row => Iris.Folds[row] == fold)];
        RecordingLog log = new();
        ModelFile file = Fits.File(table, new LogisticRegression(), log, training);
        MarginScorer scorer = new(file, table.Table);
        double[] own = [.. test.Select(row => scorer.Probabilities(row)[(int)table.Table.Column("species").Values[row]])];
        Assert.Empty(log.Reports);
        Assert.Equal(logLoss, own.Average(probability => -Math.Log(probability)), 1e-4);
        Assert.Equal(accuracy, test.Average(row => scorer.Margins(row).Max() == scorer.Margins(row)[(int)table.Table.Column("species").Values[row]] ? 1.0 : 0.0), 1e-12);
    }

    // At the minimum the residuals are orthogonal to the constant, and to each column up to the penalty: Σ w (P − y) = 0, Σ w (P − y) x + L2 b = 0.
    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("50")]
    public void The_gradient_of_the_binary_objective_vanishes(string penalty)
    {
        TestTable table = Synthetic.Binary(300);
        ModelFile file = Fits.File(table, new LogisticRegression(), settings: [("L2", penalty), ("Tolerance", "1E-9")]);
        MarginScorer scorer = new(file, table.Table);
        double[] labels = table.Table.Column("label").Values;
        double[] weights = table.Table.Column("w").Values;
        int yes = table.Table.Column("label").Dictionary.ToList().IndexOf("yes");
        double[] residuals = [.. table.AllRows.Select(row => weights[row] * ((1 / (1 + Math.Exp(-scorer.Margins(row)[0]))) - (labels[row] == yes ? 1 : 0)))];
        double[] coefficients = file.Tensor(ModelKeys.Coefficients).ToDoubles();
        Assert.Equal(0, residuals.Sum(), 1e-6);
        for (int column = 0; column < coefficients.Length; column++)
        {
            double gradient = table.AllRows.Sum(row => residuals[row] * Design(file, table, row)[column]);
            Assert.Equal(0, gradient + (double.Parse(penalty, System.Globalization.CultureInfo.InvariantCulture) * coefficients[column]), 1e-6);
        }
    }

    [Fact]
    public void Intercepts_of_several_classes_add_up_to_zero_and_probabilities_match_the_shares()
    {
        TestTable table = Iris.Table();
        ModelFile file = Fits.File(table, new LogisticRegression());
        MarginScorer scorer = new(file, table.Table);
        Assert.Equal(0, file.Tensor(ModelKeys.Intercepts).ToDoubles().Sum(), 1e-10);
        Assert.All(Enumerable.Range(0, 3), output => Assert.Equal(50, table.AllRows.Sum(row => scorer.Probabilities(row)[output]), 1e-3));
    }

    [Fact]
    public void Every_class_has_its_coefficients()
    {
        IReadOnlyList<CoefficientTable> tables = Fits.Coefficients(Iris.Table(), new LogisticRegression());
        Assert.Equal(Iris.Species, tables.Select(table => table.Output));
        Assert.All(tables, table => Assert.Equal(4, table.Rows.Count));
    }

    [Fact]
    public void A_binary_model_predicts_the_positive_class_whatever_its_place()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        string[] labels = ["low", "low", "high", "low", "high", "high"];
        TestTable first = new TestTable(ModelTask.BinaryClassification).Number("x", x).Classes("level", labels, "low", "high");
        TestTable second = new TestTable(ModelTask.BinaryClassification).Number("x", x).Classes("level", labels, "high", "low");
        CoefficientTable high = Fits.Coefficients(first, new LogisticRegression()).Single();
        CoefficientTable low = Fits.Coefficients(second, new LogisticRegression()).Single();
        Assert.Equal(("high", "low"), (high.Output, low.Output));
        Assert.True(high.Rows[0].Value > 0);
        Assert.Equal(high.Rows[0].Value, -low.Rows[0].Value, 1e-5);
    }

    [Fact]
    public void Without_an_intercept_the_margin_at_zero_is_zero()
    {
        CoefficientTable table = Fits.Coefficients(Synthetic.Binary(300), new LogisticRegression(), settings: ("FitIntercept", "false")).Single();
        Assert.Equal(0, table.Intercept);
    }

    [Fact]
    public void Too_few_iterations_are_a_warning_that_names_the_setting()
    {
        RecordingLog log = new();
        Fits.File(Synthetic.Binary(300), new LogisticRegression(), log, settings: ("MaxIterations", "1"));
        (ModelDiagnostic diagnostic, string text, _) = Assert.Single(log.Reports);
        Assert.Equal(TrainingDiagnostics.NotConverged, diagnostic);
        Assert.Contains("Raise MaxIterations (1)", text, StringComparison.Ordinal);
        Assert.Single(log.ProgressLines);
    }

    [Fact]
    public void A_class_without_training_rows_stops_the_training()
    {
        TestTable table = new TestTable(ModelTask.MulticlassClassification).Number("x", [1, 2, 3]).Classes("label", ["a", "b", "c"], "a", "b", "c");
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Fits.File(table, new LogisticRegression(), rows: [0, 1]));
        Assert.Equal(TrainingDiagnostics.ClassWithoutRows, exception.Diagnostic);
        Assert.Contains("\"c\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Separable_rows_are_fitted_to_finite_coefficients()
    {
        TestTable table = new TestTable(ModelTask.BinaryClassification).Number("x", [1, 2, 3, 4]).Classes("label", ["no", "no", "yes", "yes"], "no", "yes");
        RecordingLog log = new();
        Assert.InRange(Fits.Coefficients(table, new LogisticRegression(), log).Single().Rows[0].Value, 0.5, 5);
        Assert.Empty(log.Reports);
    }

    private static double[] Design(ModelFile file, TestTable table, int row)
    {
        IReadOnlyList<FeatureEncoding> features = FeatureEncodingText.Read(file.Text(ModelKeys.Features));
        FeatureEncoder encoder = new(features);
        double[] slots = new double[features.Count];
        double[] columns = new double[encoder.Width];
        new SlotReader(table.Table, features).Read(row, slots);
        encoder.Encode(slots, columns);
        return columns;
    }
}
