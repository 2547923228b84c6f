using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Trees;
using ModelSdk.LightGbm;
using ModelSdk.Runtime;
using ModelSdk.Tests.Engine.Training;
using Xunit.Abstractions;

namespace ModelSdk.Tests.LightGbm;

/// <summary>Our own GradientBoosting predicts as well as LightGBM with the same hyperparameters, on rows that neither has seen.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private static readonly (string Name, string Value)[] Larger = [("Trees", "200"), ("LearningRate", "0.05"), ("MaxLeaves", "63")];

    [LargeDataTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_areas_under_the_curve_on_adult_are_close(bool larger) => this.Compare("adult", larger ? Larger : [], 0.002);

    [LargeDataTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_shares_of_variance_left_on_bike_sharing_are_close(bool larger) => this.Compare("bike-sharing-hour", larger ? Larger : [], 0.003);

    private void Compare(string name, (string, string)[] settings, double most)
    {
        TestTable table = DataSets.Table(name);
        int training = DataSets.TrainingRows(name);
        double own = Measure(table, new GradientBoosting(), training, settings);
        double reference = Measure(table, new LightGbmTrainer(), training, settings);
        output.WriteLine($"{name}: GradientBoosting {own:F5}, LightGbm {reference:F5}");
        Assert.True(own >= reference - most, $"GradientBoosting {own} is more than {most} below LightGbm {reference}");
        Assert.InRange(reference, 0.9, 1);
    }

    // The area under the curve of a classification, R² of a regression.
    private static double Measure(TestTable table, ITrainer trainer, int training, (string, string)[] settings)
    {
        int[] test = [.. table.AllRows.Skip(training)];
        ModelFile file = Fits.File(table, trainer, rows: [.. table.AllRows.Take(training)], threads: 2, settings: settings);
        PredictionModel model = PredictionModel.Load(file.ToBytes());
        double[] scores = TableScores.Of(model, table.Table, test);
        EvaluationInput input = EvaluationInput.Of(table.Table, test, table.Contract, scores, model.Threshold, SourceLocation.None);
        double[] truth = ClassLabels.Truth(table.Table, table.Contract, test);
        NaiveBaseline naive = NaiveBaseline.Fit(table.Contract.Task, truth, table.Contract.Label.Classes.Count);
        return Evaluator.Evaluate(input, naive).Metrics.Find(table.Contract.Task == ModelTask.Regression ? "R2" : "RocAuc")!.Value;
    }
}
