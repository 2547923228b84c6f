using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Networks;

namespace ModelSdk.Tests.Engine.Training.Networks;

public sealed class NetworkStartTests
{
    [Fact]
    public void Normal_numbers_have_the_moments_and_the_tails_of_the_normal_distribution()
    {
        GaussianSource source = new(new SeededRandom(11));
        double[] numbers = [.. Enumerable.Range(0, 200_000).Select(_ => source.Next())];
        Assert.Equal(0, numbers.Average(), 0.01);
        Assert.Equal(1, numbers.Average(number => number * number), 0.02);
        Assert.Equal(3, numbers.Average(number => number * number * number * number), 0.1);
        Assert.Equal(0.0455, numbers.Average(number => Math.Abs(number) > 2 ? 1.0 : 0), 0.002);
    }

    [Fact]
    public void Hidden_weights_have_the_variance_of_He_and_those_of_the_last_layer_are_zero()
    {
        DesignMatrix design = new(10, 90, [.. Enumerable.Range(0, 40)], 10);
        NetworkShape shape = new(design, [300, 50], 1);
        double[] parameters = NetworkStart.Draw(new NetworkProblem(new TrainingData(ModelTask.Regression, design, [], new double[10]), balanced: false), shape);
        double[] expected = [2.0 / (40 + 10 + 1), 2.0 / (300 + 1)];
        Assert.All(shape.Layers.Zip(expected), pair =>
        {
            double[] weights = pair.First.WeightsOf(parameters).ToArray();
            double[] drawn = [.. weights.Where((_, index) => index % pair.First.Width < pair.First.Units)];
            Assert.Equal(pair.Second, drawn.Average(weight => weight * weight), pair.Second * 0.05);
            Assert.Equal(weights.Length - drawn.Length, weights.Count(weight => weight == 0));
            double[] biases = pair.First.BiasesOf(parameters).ToArray();
            Assert.Equal(pair.Second, biases.Take(pair.First.Units).Average(bias => bias * bias), pair.Second * 0.4);
            Assert.All(biases.Skip(pair.First.Units), bias => Assert.Equal(0, bias));
        });
        Assert.All(parameters[shape.Layers[^1].Begin..], parameter => Assert.Equal(0, parameter));
    }

    [Theory]
    [InlineData(ModelTask.Regression)]
    [InlineData(ModelTask.BinaryClassification)]
    [InlineData(ModelTask.MulticlassClassification)]
    public void The_objective_begins_at_the_loss_of_the_naive_predictor(ModelTask task)
    {
        TrainingData data = NetworkData.Of(task, 120, weighted: true);
        NetworkProblem problem = new(data, balanced: false);
        NetworkShape shape = new(data.Design, [7], problem.Outputs);
        double total = data.Weights!.Sum();
        double[] shares = [.. Enumerable.Range(0, 3).Select(label => data.Weights!.Where((_, row) => data.Target[row] == label).Sum() / total)];
        double naive = task == ModelTask.Regression ? 0.5 : -shares.Where(share => share > 0).Sum(share => share * Math.Log(share));
        NetworkObjective objective = new(problem, shape, new NetworkSettings(0, 0), CancellationToken.None);
        Assert.Equal(naive, objective.Evaluate(NetworkStart.Draw(problem, shape), new double[shape.Count]), 1e-12);
    }

    [Fact]
    public void A_class_without_weight_begins_at_a_finite_margin()
    {
        TrainingData data = NetworkData.Of(ModelTask.BinaryClassification, 50);
        NetworkProblem problem = new(data with { Weights = data.Target }, balanced: false);
        Assert.InRange(problem.NaiveMargins()[0], 1, 20);
    }

    [Theory]
    [InlineData("64", "64")]
    [InlineData(" 64 , 032", "64,32")]
    [InlineData("0", null)]
    [InlineData("", null)]
    [InlineData("64,", null)]
    [InlineData("-3", null)]
    [InlineData("8193", null)]
    [InlineData("1,1,1,1,1,1,1,1,1", null)]
    [InlineData("64;32", null)]
    public void Layers_are_read_or_refused(string text, string? canonical) => Assert.Equal(canonical, HiddenLayers.Canonical(text));
}
