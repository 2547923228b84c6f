using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Tests.Engine.Training;

public sealed class LinearShrinkageTests
{
    [Fact]
    public void A_large_penalty_leaves_the_mean_alone()
    {
        TestTable table = Synthetic.Regression(300);
        CoefficientTable coefficients = Fits.Coefficients(table, new Lasso(), settings: ("Alpha", "100")).Single();
        double[] weights = table.Table.Column("w").Values;
        double mean = weights.Zip(table.Table.Column("y").Values, (weight, label) => weight * label).Sum() / weights.Sum();
        Assert.All(coefficients.Rows, row => Assert.Equal(0, row.Value));
        Assert.Equal(mean, coefficients.Intercept, 1e-12);
    }

    // With the sum of weights W, ElasticNet's Alpha without an absolute part is Ridge's Alpha / W.
    [Fact]
    public void Elastic_net_without_an_absolute_part_is_ridge()
    {
        TestTable table = Synthetic.Regression(300);
        double total = table.Table.Column("w").Values.Sum();
        CoefficientTable net = Fits.Coefficients(table, new ElasticNet(), settings: [("Alpha", "0.5"), ("L1Ratio", "0"), ("Tolerance", "1E-15")]).Single();
        CoefficientTable ridge = Fits.Coefficients(
            table, new Ridge(), settings: ("Alpha", (0.5 * total).ToString(System.Globalization.CultureInfo.InvariantCulture))).Single();
        Assert.Equal(ridge.Intercept, net.Intercept, 1e-5);
        Assert.All(ridge.Rows.Zip(net.Rows), pair => Assert.Equal(pair.First.Standardised, pair.Second.Standardised, 1e-7));
    }

    [Fact]
    public void Ridge_takes_dependent_columns_and_more_columns_than_rows()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [1, 2, 4]).Number("same", [1, 2, 4])
            .Number("other", [0, 3, 1]).Number("more", [5, 1, 2]).Number("y", [3, 5, 4], ColumnRole.Label);
        RecordingLog log = new();
        CoefficientTable ridge = Fits.Coefficients(table, new Ridge(), log).Single();
        Assert.Empty(log.Reports);
        Assert.Equal(ridge.Rows[0].Value, ridge.Rows[1].Value, 1e-13);
    }

    [Fact]
    public void Too_few_sweeps_are_a_warning_that_names_the_setting()
    {
        RecordingLog log = new();
        Fits.File(Synthetic.Regression(300), new ElasticNet(), log, settings: [("MaxIterations", "1"), ("Alpha", "0.001")]);
        (ModelDiagnostic diagnostic, string text, _) = Assert.Single(log.Reports);
        Assert.Equal(TrainingDiagnostics.NotConverged, diagnostic);
        Assert.Contains("Raise MaxIterations (1) or Alpha (0.001).", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_model_saves_sweeps_and_leads_to_the_same_coefficients()
    {
        TestTable table = Synthetic.Regression(300);
        Lasso trainer = new();
        HyperparameterValues values = HyperparameterParser.Parse(trainer, [new("Alpha", "0.001", SourceLocation.None)], new RecordingLog());
        FittedModel first = new ModelFit(table.Contract, trainer, values).Run(table.Table, table.AllRows, new RecordingLog(), CancellationToken.None);
        ModelFit again = new(table.Contract, trainer, values) { WarmStart = ModelFileBuilder.Build(first) };
        TrainedModel second = again.Run(table.Table, table.AllRows, new RecordingLog(), CancellationToken.None).Model;
        Assert.True(second.Convergence.Count < first.Model.Convergence.Count);
        Assert.All(Coefficients(first.Model).Zip(Coefficients(second)), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    private static double[] Coefficients(TrainedModel model) => model.Tensors.Single(tensor => tensor.Name == ModelKeys.Coefficients).ToDoubles();
}
