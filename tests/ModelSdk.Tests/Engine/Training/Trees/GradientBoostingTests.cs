using CsCheck;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Training.Trees;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Trees;

public sealed class GradientBoostingTests
{
    private static readonly (string, string)[] OneTree = [("Trees", "1"), ("LearningRate", "1"), ("MinRowsPerLeaf", "1"), ("MaxLeaves", "2")];
    private static readonly GradientBoosting Trainer = new();

    [Fact]
    public void One_split_lies_halfway_between_the_values_that_it_parts()
    {
        TreeFit fit = new(ModelTask.Regression, TreeFit.Column(1, 2, 4, 5), [0, 0, 10, 10]);
        PredictionModel model = fit.Fit(Trainer, OneTree);
        Assert.Equal([0, 0, 10, 10], fit.Scores(model));
        Assert.Equal((0, 10), (TreeFit.Score(model, 3), TreeFit.Score(model, 3.000001)));
    }

    // Gain of a split, without penalty: GL²/HL + GR²/HR − G²/H; with L2 = 1 the leaves shrink by n / (n + 1).
    [Fact]
    public void L2_shrinks_leaves_and_L1_moves_sums_towards_zero()
    {
        TreeFit fit = new(ModelTask.Regression, TreeFit.Column(1, 1, 2, 2), [-3, -3, 3, 3]);
        Assert.Equal([-2, -2, 2, 2], fit.Scores(fit.Fit(Trainer, [.. OneTree, ("L2", "1")])));
        Assert.Equal([-2, -2, 2, 2], fit.Scores(fit.Fit(Trainer, [.. OneTree, ("L1", "2")])));
        Assert.Equal([0, 0, 0, 0], fit.Scores(fit.Fit(Trainer, [.. OneTree, ("MinSplitGain", "36")])));
        Assert.Equal([-3, -3, 3, 3], fit.Scores(fit.Fit(Trainer, [.. OneTree, ("MinSplitGain", "35")])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Missing_values_go_where_they_fit_better(double label)
    {
        TreeFit fit = new(ModelTask.Regression, TreeFit.Column(1, 1, 2, 2, double.NaN, double.NaN), [0, 0, 10, 10, label, label]);
        Assert.Equal([0, 0, 10, 10, label, label], fit.Scores(fit.Fit(Trainer, OneTree)));
    }

    [Fact]
    public void Missing_values_alone_can_be_a_side()
    {
        TreeFit fit = new(ModelTask.Regression, TreeFit.Column(1, 2, double.PositiveInfinity, double.NaN), [0, 0, 0, 8]);
        Assert.Equal([0, 0, 0, 8], fit.Scores(fit.Fit(Trainer, OneTree)));
    }

    [Fact]
    public void A_missing_value_that_training_never_saw_follows_the_most_rows()
    {
        TreeFit fit = new(ModelTask.Regression, TreeFit.Column(1, 2, 2, 2), [0, 10, 10, 10]);
        Assert.Equal(10, TreeFit.Score(fit.Fit(Trainer, OneTree), double.NaN));
    }

    [Fact]
    public void Of_few_categories_one_is_parted_from_the_others_and_an_unknown_one_follows_these()
    {
        TreeFit fit = new(ModelTask.Regression, TreeFit.Column(0, 1, 2, 0, 1, 2), [0, 10, 0, 0, 10, 0], TreeFit.Category(0, 4));
        PredictionModel model = fit.Fit(Trainer, OneTree);
        Assert.Equal([0, 10, 0, 0, 10, 0], fit.Scores(model));
        Assert.Equal((0, 0, 0), (TreeFit.Score(model, -1), TreeFit.Score(model, 3), TreeFit.Score(model, double.NaN)));
    }

    [Fact]
    public void Many_categories_are_parted_into_the_best_two_sets()
    {
        int[] high = [1, 4, 5];
        double[] codes = [.. Enumerable.Range(0, 700).Select(row => row % 7 == 6 ? -1.0 : row % 7)];
        double[] labels = [.. codes.Select(code => high.Contains((int)code) ? 14.0 : 0)];
        TreeFit fit = new(ModelTask.Regression, TreeFit.Column(codes), labels, TreeFit.Category(0, 6));
        PredictionModel model = fit.Fit(Trainer, [.. OneTree, ("CategoryL2", "0"), ("CategorySmooth", "1")]);
        Assert.Equal(labels, fit.Scores(model));
    }

    [Fact]
    public void A_hundred_thousand_categories_train_and_score()
    {
        const int Count = 100_000;
        double[] codes = [.. Enumerable.Range(0, 2 * Count).Select(row => (double)(row % Count))];
        TreeFit fit = new(ModelTask.Regression, [.. codes.Select(code => new[] { code, code % 3 })], [.. codes.Select(code => code % 3)], TreeFit.Category(0, Count), TreeFit.Number(1));
        PredictionModel model = fit.Fit(Trainer, ("Trees", "3"));
        Assert.True(TreeFit.Score(model, 5, 2) > TreeFit.Score(model, 3, 0));
    }

    [Fact]
    public void A_row_of_weight_two_counts_as_two_rows()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] y = [0, 4, 1, 7, 3, 8, 2, 6];
        TreeFit weighted = new(ModelTask.Regression, TreeFit.Column(x), y);
        weighted.Data = weighted.Data with { Weights = [1, 2, 1, 2, 1, 2, 1, 2] };
        int[] twice = [0, 1, 1, 2, 3, 3, 4, 5, 5, 6, 7, 7];
        TreeFit repeated = new(ModelTask.Regression, TreeFit.Column([.. twice.Select(row => x[row])]), [.. twice.Select(row => y[row])]);
        (string, string)[] settings = [("Trees", "1"), ("LearningRate", "1"), ("MinRowsPerLeaf", "1"), ("MaxLeaves", "4")];
        Assert.Equal(weighted.Scores(weighted.Fit(Trainer, settings)), weighted.Scores(repeated.Fit(Trainer, settings)));
    }

    [Fact]
    public void A_monotone_feature_is_never_contradicted() => Gen.Select(Gen.Double[0, 9], Gen.Double[0, 9], Gen.Double[-5, 5]).Array[30, 120].Sample(
        rows =>
        {
            foreach (int direction in new[] { 1, -1 })
            {
                TreeFit fit = new(
                    ModelTask.Regression, [.. rows.Select(row => new[] { row.Item1, row.Item2 })], [.. rows.Select(row => row.Item3)], TreeFit.Number(0, direction), TreeFit.Number(1));
                PredictionModel model = fit.Fit(Trainer, ("Trees", "8"), ("MinRowsPerLeaf", "2"), ("LearningRate", "0.5"));
                double[] other = [0, 2.5, 5, 7.5, 9];
                Assert.All(other, second =>
                {
                    double[] scores = [.. Enumerable.Range(0, 91).Select(step => direction * TreeFit.Score(model, step / 10.0, second))];
                    Assert.Equal(scores.Order(), scores);
                });
            }
        },
        iter: 20);
}
