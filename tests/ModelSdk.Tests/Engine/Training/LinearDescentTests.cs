using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Tests.Engine.Training;

public sealed class LinearDescentTests
{
    [Theory]
    [InlineData("LBFGS", 1e-4)]
    [InlineData("GradientDescent", 0.05)]
    [InlineData("SGD", 0.4)]
    [InlineData("Adam", 0.2)]
    public void Optimisers_come_close_to_least_squares(string optimizer, double tolerance)
    {
        TestTable table = Synthetic.Regression(3000);
        TrainedModel exact = Fit(table, new Ridge(), "Auto", ("Alpha", "1e-9"));
        TrainedModel iterated = Fit(table, new LinearRegression(), optimizer);
        double[] differences = [.. Margins(table, new Ridge(), exact).Zip(Margins(table, new LinearRegression(), iterated), (left, right) => left - right)];
        double deviation = Math.Sqrt(differences.Average(difference => difference * difference));
        Assert.True(deviation < tolerance, $"{deviation}");
        Assert.NotEmpty(iterated.Convergence);
    }

    [Fact]
    public void A_rate_without_an_optimiser_is_refused()
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Fit(Synthetic.Regression(50), new LinearRegression(), "Auto", ("LearningRate", "0.5")));
        Assert.Equal(OptimisationDiagnostics.HyperparameterWithoutEffect, exception.Diagnostic);
    }

    [Fact]
    public void Logistic_regression_continues_from_an_earlier_model()
    {
        TestTable table = Synthetic.Multiclass(600);
        TrainedModel first = Fit(table, new LogisticRegression(), "Auto");
        ModelFit again = new(table.Contract, new LogisticRegression(), HyperparameterValues.Defaults(new LogisticRegression().Hyperparameters)) { WarmStart = File(table, new LogisticRegression(), first) };
        TrainedModel second = again.Run(table.Table, table.AllRows, new RecordingLog(), CancellationToken.None).Model;
        Assert.InRange(second.Convergence.Count, 1, 2);
        Assert.Equal(first.Convergence[^1].Objective, second.Convergence[0].Objective, 1e-12);
    }

    [Fact]
    public void A_model_with_other_classes_cannot_be_continued_and_the_warning_says_so()
    {
        TestTable two = Synthetic.Binary(300);
        RecordingLog log = new();
        ModelFit fit = new(two.Contract, new LogisticRegression(), HyperparameterValues.Defaults(new LogisticRegression().Hyperparameters))
        {
            WarmStart = File(Synthetic.Multiclass(300), new LogisticRegression(), Fit(Synthetic.Multiclass(300), new LogisticRegression(), "Auto")),
        };
        fit.Run(two.Table, two.AllRows, log, CancellationToken.None);
        Assert.Equal(OptimisationDiagnostics.CannotContinue, Assert.Single(log.Reports).Diagnostic);
    }

    // At the minimum each coefficient's slope is −L1 · sign, and within ± L1 where the coefficient is 0.
    [Fact]
    public void Absolute_penalties_meet_their_conditions_of_optimality()
    {
        TestTable table = Synthetic.Binary(900);
        const double L1 = 8;
        TrainedModel model = Fit(table, new LogisticRegression(), "Auto", ("L2", "0"), ("L1", "8"), ("Tolerance", "1E-9"));
        double[] coefficients = model.Tensors.Single(tensor => tensor.Name == ModelKeys.Coefficients).ToDoubles();
        TrainingData data = LinearProblems.Expanded(LinearProblems.Data(table));
        double[] slopes = new double[coefficients.Length];
        double[] margins = Margins(table, new LogisticRegression(), model);
        for (int row = 0; row < data.Design.Rows; row++)
        {
            double residual = data.Weight(row) * ((1 / (1 + Math.Exp(-margins[row]))) - data.Target[row]);
            for (int column = 0; column < slopes.Length; column++)
            {
                slopes[column] += residual * data.Design.DenseRow(row)[column];
            }
        }

        Assert.Contains(coefficients, value => value == 0);
        Assert.Contains(coefficients, value => value != 0);
        Assert.All(coefficients.Zip(slopes), pair => Assert.True(pair.First == 0 ? Math.Abs(pair.Second) <= L1 : Math.Abs(pair.Second + (L1 * Math.Sign(pair.First))) < 1e-4, $"{pair}"));
    }

    [Fact]
    public void Absolute_penalties_need_an_optimiser_that_reaches_zero()
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Fit(Synthetic.Binary(50), new LogisticRegression(), "SGD", ("L1", "1")));
        Assert.Equal(TrainingDiagnostics.InvalidHyperparameter, exception.Diagnostic);
        Assert.Contains("ModelOptimizer Auto or LBFGS", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("0.01", false)]
    public void Separable_classes_without_a_penalty_are_a_warning_that_says_what_to_change(string penalty, bool warns)
    {
        TestTable table = new TestTable(ModelTask.BinaryClassification).Number("x", [1, 2, 3, 4]).Classes("label", ["no", "no", "yes", "yes"], "no", "yes");
        RecordingLog log = new();
        Fits.File(table, new LogisticRegression(), log, settings: ("L2", penalty));
        Assert.Equal(warns ? [TrainingDiagnostics.SeparableClasses] : Array.Empty<ModelDiagnostic>(), log.Reports.Select(report => report.Diagnostic));
    }

    [Fact]
    public void Separable_classes_are_noticed_among_several()
    {
        TestTable table = new TestTable(ModelTask.MulticlassClassification).Number("x", [1, 2, 5, 6, 9, 10]).Classes("label", ["a", "a", "b", "b", "c", "c"], "a", "b", "c");
        RecordingLog log = new();
        Fits.File(table, new LogisticRegression(), log, settings: ("L2", "0"));
        Assert.Equal(TrainingDiagnostics.SeparableClasses, Assert.Single(log.Reports).Diagnostic);
    }

    [Fact]
    public void A_negative_count_stops_the_training_and_is_quoted()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [1, 2, 3]).Number("y", [1, -0.5, 2], ColumnRole.Label);
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Fits.File(table, new PoissonRegression()));
        Assert.Equal(TrainingDiagnostics.LabelsNotCounts, exception.Diagnostic);
        Assert.Contains("\"-0.5\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_that_are_all_zero_stop_the_training()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("x", [1, 2, 3]).Number("y", [0, 0, 0], ColumnRole.Label);
        Assert.Equal(TrainingDiagnostics.LabelsNotCounts, Assert.Throws<ModelBuildException>(() => Fits.File(table, new PoissonRegression())).Diagnostic);
    }

    // The score equation of the intercept: predictions add up to the labels.
    [Fact]
    public void Poisson_predictions_add_up_to_the_labels()
    {
        TestTable table = Synthetic.Regression(500);
        TrainedModel model = Fit(table, new PoissonRegression(), "Auto", ("Tolerance", "1E-9"));
        double[] weights = table.Table.Column("w").Values;
        double labels = table.AllRows.Sum(row => weights[row] * table.Table.Column("y").Values[row]);
        Assert.Equal("exponential", model.Link);
        Assert.Equal(labels, weights.Zip(Margins(table, new PoissonRegression(), model), (weight, margin) => weight * Math.Exp(margin)).Sum(), 1e-5 * labels);
    }

    private static TrainedModel Fit(TestTable table, ITrainer trainer, string optimizer, params (string Name, string Value)[] settings)
    {
        RecordingLog log = new();
        HyperparameterValues values = HyperparameterParser.Parse(trainer, [.. settings.Select(setting => new HyperparameterSetting(setting.Name, setting.Value, SourceLocation.None))], log);
        return new ModelFit(table.Contract, trainer, values) { Optimizer = optimizer }.Run(table.Table, table.AllRows, log, CancellationToken.None).Model;
    }

    private static ModelFile File(TestTable table, ITrainer trainer, TrainedModel model)
    {
        FeatureForm form = trainer.Form(HyperparameterValues.Defaults(trainer.Hyperparameters));
        return ModelFileBuilder.Build(new FittedModel(table.Contract, FeatureFitter.Fit(table.Table, table.AllRows, table.Contract, form), trainer.Name, model));
    }

    private static double[] Margins(TestTable table, ITrainer trainer, TrainedModel model)
    {
        MarginScorer scorer = new(File(table, trainer, model), table.Table);
        return [.. table.AllRows.Select(row => scorer.Margins(row)[0])];
    }
}
