using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.LightGbm;
using ModelSdk.Tests.Engine.Training;
using ModelSdk.Tests.Engine.Training.Conformance;

namespace ModelSdk.Tests.LightGbm;

public sealed class LightGbmTrainerTests
{
    private static readonly (string Name, string Value) Few = ("Trees", "10");

    public static TheoryData<ModelTask> Tasks => [ModelTask.Regression, ModelTask.BinaryClassification, ModelTask.MulticlassClassification];

    [LightGbmTheory]
    [MemberData(nameof(Tasks))]
    public void The_trees_do_not_depend_on_the_number_of_threads(ModelTask task)
    {
        TestTable table = new Subject(new LightGbmTrainer(), task).Table(20_000, row => 1 + (row % 3));
        (string, string)[] settings = [Few, ("RowFraction", "0.8"), ("EarlyStopping", "5")];
        string Trees(int threads) => LightGbmFit.Of(table, table.AllRows, data => data with { MaximumThreads = threads }, new RecordingLog(), CancellationToken.None, settings).Trees;
        string one = Trees(1);
        Assert.Equal(one, Trees(1));
        Assert.All([2, 3, 8], threads => Assert.Equal(one, Trees(threads)));
    }

    [LightGbmTheory]
    [MemberData(nameof(Tasks))]
    public void Rows_of_weight_zero_teach_nothing(ModelTask task)
    {
        Subject subject = new(new LightGbmTrainer(), task);
        TestTable table = subject.Table(600, row => row % 5 == 0 ? 0 : 1);
        TestTable turned = subject.Table(600, row => row % 5 == 0 ? 0 : 1, (row, label) => row % 5 == 0 ? 3.2 - label : label);
        Assert.Equal(LightGbmFit.Of(table, table.AllRows, Few).Trees, LightGbmFit.Of(turned, turned.AllRows, Few).Trees);
        Assert.NotEqual(LightGbmFit.Of(table, table.AllRows, Few).Trees, LightGbmFit.Of(subject.Table(600), table.AllRows, Few).Trees);
    }

    [LightGbmFact]
    public void Balanced_classes_raise_the_scores_of_the_rare_one()
    {
        TestTable table = DataSets.Table("german-credit");
        double plain = LightGbmFit.Of(table, table.AllRows, Few).Margins().Average();
        double balanced = LightGbmFit.Of(table, table.AllRows, Few, ("ClassWeight", "Balanced")).Margins().Average();
        Assert.True(balanced < plain - 0.3, $"{balanced} is not clearly below {plain}; the rare class is the first, \"bad\"");
    }

    [LightGbmFact]
    public void The_seed_chooses_the_rows_of_each_tree()
    {
        TestTable table = DataSets.Table("auto-mpg");
        string Trees(long seed) => LightGbmFit.Of(table, table.AllRows, data => data with { Seed = seed }, new RecordingLog(), CancellationToken.None, Few, ("RowFraction", "0.5")).Trees;
        Assert.Equal(Trees(1), Trees(1));
        Assert.NotEqual(Trees(1), Trees(2));
    }

    [LightGbmTheory]
    [InlineData("model_year", 1)]
    [InlineData("weight", -1)]
    public void Predictions_follow_a_monotone_column(string column, int direction)
    {
        TestTable table = DataSets.Table("auto-mpg");
        int slot = Array.IndexOf([.. table.Contract.Features.Select(feature => feature.Name)], column);
        double[] Rises(int monotone)
        {
            LightGbmFit fit = LightGbmFit.Of(table, table.AllRows, data => Constrain(data, column, monotone), new RecordingLog(), CancellationToken.None);
            double[] values = [.. table.AllRows.Select(row => fit.All.Design.DenseRow(row)[slot]).Distinct().Order()];
            double[] scores = [.. values.Select(value => Score(fit, [.. fit.All.Design.DenseRow(0)], slot, value))];
            return [.. scores.Skip(1).Zip(scores, (second, first) => (second - first) * direction)];
        }

        Assert.Contains(Rises(0), rise => rise < 0);
        Assert.All(Rises(direction), rise => Assert.True(rise >= 0));
        Assert.Contains(Rises(direction), rise => rise > 0);
    }

    [LightGbmFact]
    public void Early_stopping_keeps_the_best_iteration()
    {
        TestTable table = DataSets.Table("german-credit");
        TrainedModel model = LightGbmFit.Of(table, table.AllRows, ("Trees", "500"), ("LearningRate", "0.3"), ("EarlyStopping", "10"), ("ValidationFraction", "0.3")).Model;
        int best = model.ValidationConvergence.MinBy(point => point.Objective)!.Iteration;
        Assert.Equal(best, model.Figures["BestIteration"]);
        Assert.Equal(best, model.Figures["Trees"]);
        Assert.Equal(best + 10, model.ValidationConvergence[^1].Iteration);
        Assert.Equal(best + 10, model.Convergence[^1].Iteration);
        Assert.True(model.Convergence[^1].Objective < model.Convergence[0].Objective);
    }

    [LightGbmFact]
    public void Progress_is_told_and_cancellation_ends_the_training_between_iterations()
    {
        TestTable table = DataSets.Table("auto-mpg");
        using CancellationTokenSource source = new();
        CancellingLog log = new(source, "iteration 3 ");
        Assert.ThrowsAny<OperationCanceledException>(() => LightGbmFit.Of(table, table.AllRows, data => data, log, source.Token));
        Assert.Equal(3, log.Lines);
        Assert.NotEmpty(LightGbmFit.Of(table, table.AllRows, Few).Text);
    }

    [LightGbmFact]
    public void Data_without_a_split_give_a_constant_and_a_warning()
    {
        TestTable table = new TestTable(ModelTask.Regression).Number("a", [1, 2, 3]).Number("y", [2, 4, 9], ColumnRole.Label);
        RecordingLog log = new();
        LightGbmFit fit = LightGbmFit.Of(table, table.AllRows, data => data, log, CancellationToken.None);
        Assert.Equal("MODEL2054", Assert.Single(log.Reports).Diagnostic.Code);
        Assert.All(fit.Margins(), margin => Assert.Equal(5, margin, 6));
        SameBits.Assert(fit.RawScores(), fit.Margins());
    }

    [LightGbmTheory]
    [InlineData("Objective", "Softmax", "MODEL2050", "Quantile")]
    [InlineData("Objective", "Absolute", "MODEL2113", "monotone_constraints")]
    [InlineData("Objective", "Poisson", "MODEL2051", "negative in 1 of 398")]
    public void What_cannot_be_trained_has_one_clear_reason(string name, string value, string code, string said)
    {
        TestTable table = DataSets.Table("auto-mpg");
        TrainingData Change(TrainingData data) => value == "Poisson" ? data with { Target = [-1, .. data.Target.Skip(1)] } : Constrain(data, "weight", -1);
        ModelBuildException exception = Assert.Throws<ModelBuildException>(
            () => LightGbmFit.Of(table, table.AllRows, Change, new RecordingLog(), CancellationToken.None, (name, value)));
        Assert.Equal(code, exception.Diagnostic.Code);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    [LightGbmFact]
    public void A_label_beyond_32_bit_floats_is_refused()
    {
        TestTable table = DataSets.Table("auto-mpg");
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => LightGbmFit.Of(
            table, table.AllRows, data => data with { Target = [1e39, .. data.Target.Skip(1)] }, new RecordingLog(), CancellationToken.None));
        Assert.Equal("MODEL2051", exception.Diagnostic.Code);
    }

    private static double Score(LightGbmFit fit, double[] slots, int slot, double value)
    {
        double[] scores = new double[1];
        slots[slot] = value;
        fit.Predictor.Score(slots, scores);
        return scores[0];
    }

    private static TrainingData Constrain(TrainingData data, string column, int direction) =>
        data with { Columns = [.. data.Columns.Select(item => item.Name == column ? item with { Monotone = direction } : item)] };
}
