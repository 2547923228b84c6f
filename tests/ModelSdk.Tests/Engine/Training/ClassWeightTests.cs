using CsCheck;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;
using ModelSdk.Engine.Training.Networks;
using ModelSdk.LightGbm;
using ModelSdk.Tests.LightGbm;

namespace ModelSdk.Tests.Engine.Training;

public sealed class ClassWeightTests
{
    [Fact]
    public void Without_weights_a_row_counts_rows_over_classes_times_rows_of_its_class() =>
        // compute_class_weight("balanced", classes=[0, 1, 2], y=[0, 0, 0, 1, 2, 2]) of scikit-learn 1.2.1: 0.666…, 2, 1.
        Assert.Equal([2.0 / 3, 2.0 / 3, 2.0 / 3, 2, 1, 1], ClassWeights.Balance(Data(ModelTask.MulticlassClassification, null, 0, 0, 0, 1, 2, 2))!);

    [Fact]
    public void With_weights_their_sums_stand_in_the_place_of_rows() =>
        // Σ w = 8; class 0 has 2 and class 1 has 6: the factors are 8 / (2 · 2) = 2 and 8 / (2 · 6) = 2/3.
        Assert.Equal([1, 1, 2, 4, 0], ClassWeights.Balance(Data(ModelTask.BinaryClassification, [0.5, 0.5, 1, 6, 0], 0, 0, 0, 1, 1))!);

    [Fact]
    public void Every_class_weighs_alike_and_the_total_stays() => Gen.Select(Gen.Int[0, 3], Gen.Double[0.001, 1000]).Array[4, 60].Sample(rows =>
    {
        (double label, double weight)[] all = [(0, 1), (1, 1), (2, 1), (3, 1), .. rows.Select(row => ((double)row.Item1, row.Item2))];
        double[] weights = [.. all.Select(row => row.weight)];
        double[] balanced = ClassWeights.Balance(Data(ModelTask.MulticlassClassification, weights, [.. all.Select(row => row.label)]))!;
        Assert.All(Enumerable.Range(0, 4), label => Assert.Equal(weights.Sum() / 4, balanced.Where((_, row) => all[row].label == label).Sum(), weights.Sum() * 1e-12));
    });

    [Fact]
    public void A_class_without_weight_stays_without() =>
        Assert.Equal([0, 0, 1, 1], ClassWeights.Balance(Data(ModelTask.BinaryClassification, [0, 0, 2, 2], 0, 0, 1, 1))!);

    [Fact]
    public void Numbers_have_no_classes()
    {
        Assert.Null(ClassWeights.Balance(Data(ModelTask.Regression, null, 5, 7, -1)));
        Assert.Equal([1, 2, 3], ClassWeights.Of(Data(ModelTask.Regression, [1, 2, 3], 5, 7, -1), ClassWeights.Balanced)!);
    }

    [Theory]
    [InlineData("LogisticRegression")]
    [InlineData("NeuralNetwork")]
    [InlineData("GradientBoosting")]
    [InlineData("RandomForest")]
    public void Every_trainer_balances_by_the_one_rule(string trainer) => BalancesByTheOneRule(TrainerCatalog.All.Single(known => known.Name == trainer));

    [LightGbmFact]
    public void LightGbm_balances_by_the_one_rule() => BalancesByTheOneRule(new LightGbmTrainer());

    private static void BalancesByTheOneRule(ITrainer trainer)
    {
        TrainingData data = Sample();
        double[] own = Fit(trainer, data, ClassWeights.Balanced);
        Assert.Equal(Fit(trainer, data with { Weights = ClassWeights.Balance(data) }, ClassWeights.None), own);
        Assert.NotEqual(Fit(trainer, data, ClassWeights.None), own);
    }

    private static double[] Fit(ITrainer trainer, TrainingData data, string choice)
    {
        Dictionary<string, string> texts = new(HyperparameterValues.Defaults(trainer.Hyperparameters).Texts) { [ClassWeights.Name] = choice };
        texts[trainer is NeuralNetwork ? "Epochs" : trainer is LogisticRegression ? "L2" : TreeHyperparameters.Trees] = "5";
        TrainedModel model = trainer.Train(data, new HyperparameterValues(texts), new RecordingLog(), CancellationToken.None);
        return [.. model.Tensors.Where(tensor => tensor.Type == TensorType.F64).SelectMany(tensor => tensor.ToDoubles())];
    }

    private static TrainingData Sample()
    {
        double[] labels = [.. Enumerable.Range(0, 240).Select(row => row % 8 == 0 ? 1.0 : 0)];
        TrainingData data = Data(ModelTask.BinaryClassification, [.. labels.Select((label, row) => 0.5 + (row % 5 * label))], labels);
        for (int row = 0; row < labels.Length; row++)
        {
            data.Design.DenseRow(row)[0] = (row * 7 % 31 / 31.0) + (labels[row] * 0.4);
        }

        return data;
    }

    private static TrainingData Data(ModelTask task, double[]? weights, params double[] labels) => new(task, new DesignMatrix(labels.Length, 1), [new DesignColumn("x", "x", 0, 1)], labels)
    {
        ClassCount = task == ModelTask.Regression ? 0 : (int)labels.Max() + 1,
        Weights = weights,
        MaximumThreads = 1,
    };
}
