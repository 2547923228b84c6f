using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Trees;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Trees;

public sealed class BoostingRunTests
{
    private static readonly (string, string)[] OneTree = [("Trees", "1"), ("LearningRate", "1"), ("MinRowsPerLeaf", "1"), ("MaxLeaves", "2")];
    private static readonly GradientBoosting Trainer = new();

    [Fact]
    public void The_trainers_own_margins_are_the_kernels_bit_for_bit()
    {
        TreeFit fit = Sine(ModelTask.BinaryClassification, 3000);
        BoostingRun run = new(fit.Data, TreeFit.Values(Trainer, ("Trees", "20"), ("RowFraction", "0.7"), ("ColumnFraction", "0.5")), fit.Log, CancellationToken.None);
        PredictionModel model = PredictionModel.Load(fit.File(Trainer, run.Train()).ToBytes());
        double[] margin = new double[1];
        for (int row = 0; row < fit.Rows.Length; row++)
        {
            model.ComputeMargins(fit.Rows[row], margin);
            Assert.Equal(BitConverter.DoubleToInt64Bits(run.Margins[row]), BitConverter.DoubleToInt64Bits(margin[0]));
        }
    }

    [Fact]
    public void Five_more_trees_on_five_are_ten()
    {
        TreeFit fit = Sine(ModelTask.MulticlassClassification, 500);
        byte[] ten = fit.File(Trainer, fit.Train(Trainer, ("Trees", "10"))).ToBytes();
        ModelFile five = fit.File(Trainer, fit.Train(Trainer, ("Trees", "5")));
        fit.Data = fit.Data with { WarmStart = five };
        Assert.Equal(ten, fit.File(Trainer, fit.Train(Trainer, ("Trees", "5"))).ToBytes());
    }

    [Fact]
    public void A_model_of_other_features_is_not_continued()
    {
        TreeFit narrow = new(ModelTask.Regression, TreeFit.Column(1, 2, 3, 4), [1, 2, 3, 4]);
        ModelFile earlier = narrow.File(Trainer, narrow.Train(Trainer, OneTree));
        TreeFit fit = new(ModelTask.Regression, [[1, 1], [2, 2], [3, 3]], [1, 2, 3]);
        fit.Data = fit.Data with { WarmStart = earlier };
        Assert.Equal(TreeDiagnostics.CannotContinue, Assert.Throws<ModelBuildException>(() => fit.Train(Trainer, OneTree)).Diagnostic);
    }

    [Fact]
    public void Early_stopping_keeps_the_best_iteration()
    {
        SeededRandom random = new(3);
        double[][] rows = [.. Enumerable.Range(0, 800).Select(_ => new[] { random.NextDouble(), random.NextDouble() })];
        TreeFit fit = new(ModelTask.Regression, rows, [.. rows.Select(row => row[0] + (3 * random.NextDouble()))]);
        TrainedModel model = fit.Train(Trainer, ("Trees", "500"), ("EarlyStopping", "10"), ("ValidationFraction", "0.3"));
        int best = (int)model.Figures["BestIteration"];
        Assert.InRange(best, 1, 489);
        Assert.Equal(best + 10, model.ValidationConvergence[^1].Iteration);
        Assert.Equal(model.ValidationConvergence.Min(point => point.Objective), model.ValidationConvergence[best].Objective);
    }

    [Fact]
    public void The_training_objective_falls()
    {
        IReadOnlyList<ConvergencePoint> points = Sine(ModelTask.BinaryClassification, 600).Train(Trainer, ("Trees", "15")).Convergence;
        Assert.Equal(Enumerable.Range(0, 16), points.Select(point => point.Iteration));
        Assert.Equal(points.Select(point => point.Objective).OrderDescending(), points.Select(point => point.Objective));
    }

    // Of 1, 2, 3, 5 and 100: median 3, mean 22.2; with delta 2 the errors at 10/3, cut off at 2, add up to 0.
    [Theory]
    [InlineData("Absolute", 3)]
    [InlineData("Quantile", 3)]
    [InlineData("Huber", 10.0 / 3)]
    [InlineData("Squared", 22.2)]
    public void Objectives_predict_what_they_stand_for(string objective, double high)
    {
        TreeFit fit = new(ModelTask.Regression, TreeFit.Column(1, 1, 1, 1, 1, 2, 2, 2, 2, 2), [1, 1, 1, 1, 1, 1, 2, 3, 5, 100]);
        PredictionModel model = fit.Fit(Trainer, ("Trees", "300"), ("MinRowsPerLeaf", "1"), ("Objective", objective), ("HuberDelta", "2"));
        Assert.Equal(high, TreeFit.Score(model, 2), 0.01);
    }

    [Fact]
    public void A_poisson_model_predicts_means_of_counts()
    {
        TreeFit fit = new(ModelTask.Regression, TreeFit.Column(1, 1, 2, 2), [0, 2, 6, 8]);
        PredictionModel model = fit.Fit(Trainer, ("Trees", "300"), ("MinRowsPerLeaf", "1"), ("Objective", "Poisson"));
        Assert.Equal(1, TreeFit.Score(model, 1), 1e-3);
        Assert.Equal(7, TreeFit.Score(model, 2), 1e-3);
    }

    [Fact]
    public void Negative_counts_and_objectives_of_other_tasks_are_named()
    {
        TreeFit fit = new(ModelTask.Regression, TreeFit.Column(1, 2), [-1, 1]);
        ModelBuildException negative = Assert.Throws<ModelBuildException>(() => fit.Train(Trainer, ("Objective", "Poisson")));
        ModelBuildException wrong = Assert.Throws<ModelBuildException>(() => fit.Train(Trainer, ("Objective", "Softmax")));
        Assert.Equal((TreeDiagnostics.LabelOutsideObjective, TreeDiagnostics.ObjectiveNotForTask), (negative.Diagnostic, wrong.Diagnostic));
        Assert.Contains("valid for this task: Auto, Squared", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_nothing_splits_give_their_mean_and_a_warning()
    {
        TreeFit fit = new(ModelTask.Regression, TreeFit.Column(1, 1, 1), [1, 2, 6]);
        Assert.Equal(3, TreeFit.Score(fit.Fit(Trainer), 1));
        Assert.Equal(TreeDiagnostics.NoSplit, Assert.Single(fit.Log.Reports).Diagnostic);
    }

    private static TreeFit Sine(ModelTask task, int rows)
    {
        SeededRandom random = new(7);
        double[][] all = [.. Enumerable.Range(0, rows).Select(row => new[] { random.NextDouble() * 1e-3, random.NextDouble() + 1e6, row % 9 == 0 ? double.NaN : row % 5 })];
        return new TreeFit(task, all, [.. all.Select((row, index) => (double)((row[0] > 4e-4 ? 1 : 0) + (task == ModelTask.MulticlassClassification && index % 5 == 1 ? 1 : 0)))], TreeFit.Number(0), TreeFit.Number(1), TreeFit.Category(2, 5));
    }
}
