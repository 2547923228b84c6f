using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Trees;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Trees;

public sealed class ForestTests
{
    [Fact]
    public void A_forest_of_deep_trees_learns_what_one_feature_says_and_knows_it_out_of_bag()
    {
        double[][] rows = [.. Enumerable.Range(0, 400).Select(row => new[] { row % 20, row % 7.0 })];
        TreeFit fit = new(ModelTask.MulticlassClassification, rows, [.. rows.Select(row => Math.Floor(row[0] / 7))]);
        RandomForest trainer = new();
        TrainedModel model = fit.Train(trainer, ("Trees", "30"));
        Assert.Equal(1, model.Figures["OutOfBagAccuracy"]);
        PredictionModel loaded = PredictionModel.Load(fit.File(trainer, model).ToBytes());
        double[] scores = new double[3];
        for (int row = 0; row < rows.Length; row++)
        {
            loaded.Score(rows[row], scores);
            Assert.Equal(fit.Data.Target[row], PredictionModel.PredictedClass(scores));
            Assert.InRange(scores.Sum(), 1 - 1e-12, 1);
        }
    }

    [Fact]
    public void A_forest_averages_means_and_parts_categories()
    {
        double[] codes = [.. Enumerable.Range(0, 300).Select(row => row % 12 == 11 ? -1.0 : row % 12 == 10 ? double.NaN : row % 12)];
        double[] labels = [.. codes.Select(code => double.IsNaN(code) ? 5 : code % 2 == 0 ? 2 : -3.0)];
        TreeFit fit = new(ModelTask.Regression, TreeFit.Column(codes), labels, TreeFit.Category(0, 10));
        PredictionModel model = fit.Fit(new RandomForest(), ("Trees", "20"));
        Assert.All(fit.Scores(model).Zip(labels), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    // c(256) = 10.2448 (Liu, Ting and Zhou 2008, equation 1).
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(256, 10.24477092012)]
    public void The_average_path_length_is_that_of_the_paper(int rows, double expected) => Assert.Equal(expected, PathLength.Average(rows), 1e-11);

    [Fact]
    public void The_odd_row_is_the_most_anomalous_and_contamination_sets_the_threshold()
    {
        SeededRandom random = new(11);
        double[][] rows = [.. Enumerable.Range(0, 500).Select(row => row == 123 ? new[] { 9.0, 9.0 } : [random.NextDouble(), random.NextDouble()])];
        TreeFit fit = new(ModelTask.AnomalyDetection, rows, new double[500]);
        PredictionModel plain = fit.Fit(new IsolationForest());
        double[] scores = fit.Scores(plain);
        Assert.Equal(123, Array.IndexOf(scores, scores.Max()));
        Assert.Equal(0.5, plain.Threshold);
        PredictionModel strict = fit.Fit(new IsolationForest(), ("Contamination", "0.02"));
        Assert.Equal(10, fit.Scores(strict).Count(strict.IsPositive));
    }

    [Fact]
    public void Rows_without_weight_are_not_drawn()
    {
        TreeFit fit = new(ModelTask.AnomalyDetection, TreeFit.Column([.. Enumerable.Range(0, 50).Select(row => (double)row)]), new double[50]);
        fit.Data = fit.Data with { Weights = [.. Enumerable.Range(0, 50).Select(row => row < 10 ? row + 1.0 : 0)] };
        IsolationSample sample = new(fit.Data, 256);
        Assert.Equal(Enumerable.Range(0, 10), sample.Draw(new SeededRandom(1)));
    }
}
