using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Training.Linear;

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
        TableBuilder table = Iris.Table();
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
}
