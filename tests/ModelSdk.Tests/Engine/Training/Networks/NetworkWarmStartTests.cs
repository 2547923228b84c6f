using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Networks;

namespace ModelSdk.Tests.Engine.Training.Networks;

public sealed class NetworkWarmStartTests
{
    // A rate so small that no parameter moves shows what the training begins with.
    private static readonly (string Name, string Value)[] Still = [("LearningRate", "1E-300"), ("Epochs", "1")];

    [Theory]
    [InlineData("regression")]
    [InlineData("binary")]
    [InlineData("multiclass")]
    public void The_training_begins_with_what_the_earlier_model_predicts(string task)
    {
        TestTable table = task switch { "regression" => Synthetic.Regression(200), "binary" => Synthetic.Binary(200), _ => Synthetic.Multiclass(200) };
        ModelFile earlier = NetworkFits.File(table, "Adam", [.. table.AllRows.Take(150)], ("Epochs", "20"));
        RecordingLog log = new();
        ModelFile later = Continue(table, earlier, log, Still);
        Assert.Empty(log.Reports);
        (NetworkScorer before, NetworkScorer after) = (new(earlier, table), new(later, table));
        Assert.All(table.AllRows, row => Assert.All(before.Scores(row).Zip(after.Scores(row)), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * Math.Max(1, Math.Abs(pair.First)))));
    }

    [Fact]
    public void Going_on_from_where_the_earlier_model_ended_begins_lower_than_anew()
    {
        TestTable table = Synthetic.Binary(300);
        ModelFile earlier = NetworkFits.File(table, "Adam", ("Epochs", "50"));
        double Start(ModelFile? file)
        {
            Dictionary<string, string> texts = new(HyperparameterValues.Defaults(new NeuralNetwork().Hyperparameters).Texts) { ["Epochs"] = "1" };
            ModelFit fit = new(table.Contract, new NeuralNetwork(), new HyperparameterValues(texts)) { WarmStart = file };
            return fit.Run(table.Table, table.AllRows, new RecordingLog(), CancellationToken.None).Model.Convergence[0].Objective;
        }

        Assert.True(Start(earlier) < 0.8 * Start(null));
    }

    [Fact]
    public void A_model_of_other_layers_is_not_continued_and_a_warning_says_so()
    {
        TestTable table = Synthetic.Binary(100);
        ModelFile earlier = NetworkFits.File(table, "Adam", ("Epochs", "2"), ("HiddenLayers", "16,8"));
        RecordingLog log = new();
        ModelFile later = Continue(table, earlier, log, ("Epochs", "2"));
        (ModelDiagnostic diagnostic, string text, _) = Assert.Single(log.Reports);
        Assert.Equal(OptimisationDiagnostics.CannotContinue, diagnostic);
        Assert.Contains("the earlier model has layers of 16, 8, 1 units, this one has layers of 64, 1 units", text, StringComparison.Ordinal);
        Assert.Equal(NetworkFits.File(table, "Adam", ("Epochs", "2")).ToBytes(), later.ToBytes());
    }

    private static ModelFile Continue(TestTable table, ModelFile earlier, RecordingLog log, params (string Name, string Value)[] settings) => NetworkFits.File(
        table, table.AllRows, values => new ModelFit(table.Contract, new NeuralNetwork(), values) { WarmStart = earlier, MaximumThreads = 1 }, log, settings);
}
