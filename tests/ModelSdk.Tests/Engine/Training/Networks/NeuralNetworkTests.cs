using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Networks;

namespace ModelSdk.Tests.Engine.Training.Networks;

public sealed class NeuralNetworkTests
{
    private static readonly double[] Left = [.. Enumerable.Range(0, 80).Select(row => (double)(row % 2))];
    private static readonly double[] Right = [.. Enumerable.Range(0, 80).Select(row => (double)(row / 2 % 2))];

    public static TheoryData<string> Optimizers => [.. new NeuralNetwork().Optimizers];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void The_exclusive_or_which_no_line_separates_is_learnt(string optimizer)
    {
        TestTable table = new TestTable(ModelTask.BinaryClassification)
            .Number("left", Left).Number("right", Right)
            .Classes("differs", Left.Zip(Right).Select(pair => pair.First == pair.Second ? "no" : "yes"), "no", "yes");
        NetworkScorer scorer = new(NetworkFits.File(table, optimizer, ("HiddenLayers", "16"), ("L2", "0.01")), table);
        Assert.All(table.AllRows, row => Assert.Equal(Left[row] != Right[row], scorer.Scores(row)[0] >= 0.5));
    }

    [Fact]
    public void A_curve_is_learnt_in_the_labels_own_units()
    {
        double[] x = [.. Enumerable.Range(0, 200).Select(row => (row - 100) / 50.0)];
        TestTable table = new TestTable(ModelTask.Regression).Number("x", x).Number("y", x.Select(value => 5000 + (300 * value * value)), ColumnRole.Label);
        NetworkScorer scorer = new(NetworkFits.File(table, "LBFGS", ("L2", "0.001")), table);
        Assert.All(table.AllRows, row => Assert.InRange(scorer.Scores(row)[0] - (5000 + (300 * x[row] * x[row])), -30, 30));
    }

    [Fact]
    public void Iris_folds_are_no_worse_than_those_of_logistic_regression()
    {
        // scikit-learn's LogisticRegression: mean accuracy 0.953 with a standard deviation of 0.05 over these folds.
        TestTable table = Iris.Table();
        double[] species = table.Table.Column("species").Values;
        double hits = 0;
        for (int fold = 0; fold < 5; fold++)
        {
            int[] training = [.. table.AllRows.Where(row => Iris.Folds[row] != fold)];
            NetworkScorer scorer = new(NetworkFits.File(table, "Auto", training), table);
            hits += table.AllRows.Where(row => Iris.Folds[row] == fold).Count(row => scorer.Scores(row).Max() == scorer.Scores(row)[(int)species[row]]);
        }

        Assert.InRange(hits / 150, 0.94, 1);
    }

    [Fact]
    public void The_kernel_computes_the_margins_of_the_training_bit_for_bit()
    {
        TestTable table = Synthetic.Multiclass(150);
        ModelFile file = NetworkFits.File(table, "Adam", ("HiddenLayers", "24,11"), ("Epochs", "5"));
        double[][] expected = NetworkFits.TrainingScores(table, file);
        NetworkScorer scorer = new(file, table);
        Assert.All(table.AllRows, row => Assert.Equal(expected[row], scorer.Scores(row)));
    }

    [Fact]
    public void A_constant_column_and_one_row_are_fitted_to_finite_numbers()
    {
        TestTable constant = new TestTable(ModelTask.Regression).Number("x", [7, 7, 7, 7]).Number("y", [1, 2, 3, 4], ColumnRole.Label);
        Assert.Equal(2.5, new NetworkScorer(NetworkFits.File(constant, "LBFGS"), constant).Scores(0)[0], 0.01);
        TestTable single = new TestTable(ModelTask.Regression).Number("x", [7]).Number("y", [42], ColumnRole.Label);
        Assert.Equal(42, new NetworkScorer(NetworkFits.File(single, "Auto"), single).Scores(0)[0], 0.01);
    }

    [Fact]
    public void Rows_of_weight_zero_do_not_show()
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(row => row / 60.0)];
        TestTable Table(double wild) => new TestTable(ModelTask.Regression).Number("x", x)
            .Number("y", x.Select((value, row) => row % 6 == 0 ? wild : value), ColumnRole.Label)
            .Number("w", x.Select((_, row) => row % 6 == 0 ? 0.0 : 1.0), ColumnRole.Weight);
        Assert.Equal(NetworkFits.File(Table(-50), "LBFGS").ToBytes(), NetworkFits.File(Table(50), "LBFGS").ToBytes());
    }

    [Fact]
    public void Training_stops_when_it_is_cancelled()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new NeuralNetwork().Train(
            NetworkData.Of(ModelTask.Regression, 50), HyperparameterValues.Defaults(new NeuralNetwork().Hyperparameters), new RecordingLog(), source.Token));
    }

    [Theory]
    [InlineData("LBFGS")]
    [InlineData("GradientDescent")]
    public void Dropout_is_refused_where_every_step_needs_the_same_objective(string optimizer)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => NetworkFits.File(Synthetic.Binary(50), optimizer, ("Dropout", "0.25")));
        Assert.Equal(OptimisationDiagnostics.HyperparameterWithoutEffect, exception.Diagnostic);
        Assert.Contains("Dropout is 0.25", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_list_of_layers_says_what_is_valid()
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => NetworkFits.File(Synthetic.Binary(50), "Adam", ("HiddenLayers", "64;32")));
        Assert.Equal(TrainingDiagnostics.InvalidHyperparameter, exception.Diagnostic);
        Assert.Contains("separated by commas: 64,32", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Balanced_classes_find_more_of_the_rare_one()
    {
        double[] x = [.. Enumerable.Range(0, 400).Select(row => row % 100 / 100.0)];
        TestTable table = new TestTable(ModelTask.BinaryClassification).Number("x", x)
            .Classes("rare", x.Select((value, row) => value > 0.5 && row % 5 == 0 ? "yes" : "no"), "no", "yes");
        int Found(string weight)
        {
            NetworkScorer scorer = new(NetworkFits.File(table, "LBFGS", ("ClassWeight", weight), ("HiddenLayers", "8"), ("MaxIterations", "40")), table);
            return table.AllRows.Count(row => scorer.Scores(row)[0] >= 0.5);
        }

        Assert.True(Found("Balanced") > Found("None"));
    }

    [Fact]
    public void The_model_says_how_its_training_ended()
    {
        TrainedModel model = new NeuralNetwork().Train(
            NetworkData.Of(ModelTask.Regression, 1500) with { RowHashes = [] }, HyperparameterValues.Defaults(new NeuralNetwork().Hyperparameters), new RecordingLog(), CancellationToken.None);
        Assert.Equal(model.Figures["Iterations"], model.Convergence[^1].Iteration);
        Assert.Equal(model.Convergence.Count, model.ValidationConvergence.Count);
        Assert.Equal(model.Figures["BestIteration"], model.ValidationConvergence.MinBy(point => point.Objective)!.Iteration);
        Assert.Contains("best on the validation rows", Assert.Single(model.Notes), StringComparison.Ordinal);
        Assert.Equal(((5 + 1) * 64) + 65, model.Figures["Parameters"]);
    }
}
