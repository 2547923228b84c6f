using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Networks;
using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Tests.Engine.Training.Networks;

public sealed class NetworkObjectiveTests
{
    [Theory]
    [InlineData(ModelTask.Regression, false, 0.0)]
    [InlineData(ModelTask.Regression, true, 0.0)]
    [InlineData(ModelTask.BinaryClassification, true, 0.0)]
    [InlineData(ModelTask.BinaryClassification, false, 0.4)]
    [InlineData(ModelTask.MulticlassClassification, true, 0.0)]
    [InlineData(ModelTask.MulticlassClassification, false, 0.4)]
    public void Backpropagation_agrees_with_finite_differences(ModelTask task, bool weighted, double dropout)
    {
        TrainingData data = NetworkData.Of(task, 150, weighted);
        NetworkProblem problem = new(data, balanced: false);
        NetworkShape shape = new(data.Design, [6, 9], problem.Outputs);
        double[] point = Jitter(NetworkStart.Draw(problem, shape), shape);
        int[] rows = [.. Enumerable.Range(0, 150).Where(row => row % 5 != 2)];
        double[] gradient = new double[shape.Count];
        Evaluate(point, gradient);
        foreach (int index in RealParameters(shape))
        {
            double Shifted(double step)
            {
                double[] shifted = [.. point];
                shifted[index] += step;
                return Evaluate(shifted, new double[shape.Count]);
            }

            double difference = (Shifted(1e-6) - Shifted(-1e-6)) / 2e-6;
            Assert.Equal(difference, gradient[index], 1e-6);
        }

        // A new objective draws the same units again.
        double Evaluate(double[] parameters, double[] into) => new NetworkObjective(problem, shape, new NetworkSettings(0.7, dropout), CancellationToken.None).EvaluateRows(parameters, rows, into);
    }

    [Theory]
    [InlineData(ModelTask.Regression)]
    [InlineData(ModelTask.MulticlassClassification)]
    public void The_value_is_that_of_the_definition(ModelTask task)
    {
        TrainingData data = NetworkData.Of(task, 90, weighted: true);
        NetworkProblem problem = new(data, balanced: false);
        NetworkShape shape = new(data.Design, [7], problem.Outputs);
        double[] point = Jitter(NetworkStart.Draw(problem, shape), shape);
        NetworkObjective objective = new(problem, shape, new NetworkSettings(0.5, 0), CancellationToken.None);
        double losses = Enumerable.Range(0, 90).Sum(row => data.Weight(row) * Loss(data, problem, Margins(data, shape, point, row), row));
        double squares = shape.Layers.Sum(layer => layer.WeightsOf(point).ToArray().Sum(weight => weight * weight));
        Assert.Equal((losses + (0.25 * squares)) / data.Weights!.Sum(), objective.Evaluate(point, new double[shape.Count]), 1e-12);
        Assert.Equal(losses / data.Weights!.Sum(), objective.EvaluateLoss(point, problem.AllRows), 1e-12);
    }

    [Fact]
    public void A_row_of_weight_two_counts_as_two_rows()
    {
        TrainingData once = NetworkData.Of(ModelTask.BinaryClassification, 40);
        TrainingData weighted = once with { Weights = [.. Enumerable.Range(0, 40).Select(row => row < 10 ? 2.0 : 1.0)] };
        NetworkShape shape = new(once.Design, [5], 1);
        double[] point = Jitter(NetworkStart.Draw(new NetworkProblem(once, balanced: false), shape), shape);
        int[] twice = [.. Enumerable.Range(0, 10), .. Enumerable.Range(0, 40)];
        double[] expected = new double[shape.Count];
        double[] gradient = new double[shape.Count];
        double value = Unpenalised(once).EvaluateRows(point, twice, expected);
        Assert.Equal(value, Unpenalised(weighted).Evaluate(point, gradient), 1e-12);
        Assert.All(expected.Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-12));

        NetworkObjective Unpenalised(TrainingData data) => new(new NetworkProblem(data, balanced: false), shape, new NetworkSettings(0, 0), CancellationToken.None);
    }

    [Fact]
    public void Balanced_classes_weigh_alike_in_sum()
    {
        TrainingData data = NetworkData.Of(ModelTask.MulticlassClassification, 100, weighted: true);
        NetworkProblem problem = new(data, balanced: true);
        double[] sums = [.. Enumerable.Range(0, 3).Select(label => problem.AllRows.Where(row => data.Target[row] == label).Sum(row => problem.Weights[row]))];
        Assert.All(sums, sum => Assert.Equal(data.Weights!.Sum() / 3, sum, 1e-10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Value_and_gradient_have_the_same_bits_at_any_number_of_threads(int threads)
    {
        TrainingData data = NetworkData.Of(ModelTask.MulticlassClassification, 3000);
        NetworkShape shape = new(data.Design, [64, 32], 3);
        double[] point = Jitter(NetworkStart.Draw(new NetworkProblem(data, balanced: false), shape), shape);
        double[][] gradients = [new double[shape.Count], new double[shape.Count]];
        double expected = Objective(data with { MaximumThreads = 1 }, shape, 0.3).Evaluate(point, gradients[0]);
        Assert.Equal(expected, Objective(data with { MaximumThreads = threads }, shape, 0.3).Evaluate(point, gradients[1]));
        Assert.Equal(gradients[0], gradients[1]);
    }

    // Without a hidden layer the objective is that of logistic regression, which has one minimum but for what adds the same to all margins.
    [Theory]
    [InlineData("GradientDescent", 200, 1e-3)]
    [InlineData("SGD", 200, 1e-3)]
    [InlineData("Adam", 200, 1e-3)]
    [InlineData("SGD", 20, 0.05)]
    [InlineData("Adam", 20, 0.05)]
    public void Every_optimiser_ends_where_LBFGS_does(string name, int batch, double tolerance)
    {
        TrainingData data = NetworkData.Of(ModelTask.MulticlassClassification, 200, weighted: true);
        NetworkShape shape = new(data.Design, [], 3);
        OptimiserSettings settings = new()
        {
            FittedRows = [.. Enumerable.Range(0, 200)],
            BatchSize = batch,
            Rate = new LearningRateSchedule(name == "Adam" ? 0.05 : 0.5) { Kind = name == "GradientDescent" ? ScheduleKind.Constant : ScheduleKind.Cosine, TotalEpochs = 1000 },
            Momentum = 0.8,
            Epochs = 1000,
            Patience = 1000,
            MaximumIterations = 5000,
            Tolerance = 1e-9,
        };
        double[] expected = Minimise(Optimisers.Lbfgs);
        double[] found = Minimise(name);
        Assert.All(Centred(expected, shape).Zip(Centred(found, shape)), pair => Assert.Equal(pair.First, pair.Second, tolerance));
        double[] scratch = new double[shape.Count];
        Assert.Equal(Objective(data, shape).Evaluate(expected, scratch), Objective(data, shape).Evaluate(found, scratch), tolerance * tolerance);

        double[] Minimise(string optimiser) =>
            Optimisers.Minimise(optimiser, Objective(data, shape), settings, new double[shape.Count], new RecordingLog(), CancellationToken.None).Parameters;
    }

    private static IEnumerable<double> Centred(double[] parameters, NetworkShape shape) => RealParameters(shape).Chunk(3)
        .SelectMany(outputs => outputs.Select(index => parameters[index] - outputs.Average(other => parameters[other])));

    private static NetworkObjective Objective(TrainingData data, NetworkShape shape, double dropout = 0) =>
        new(new NetworkProblem(data, balanced: false), shape, new NetworkSettings(1, dropout), CancellationToken.None);

    // Biases off 0, so that no unit sits on the kink of the rectifier.
    private static double[] Jitter(double[] point, NetworkShape shape)
    {
        Random random = new(1);
        foreach (int index in RealParameters(shape))
        {
            point[index] += 0.2 * (random.NextDouble() - 0.5);
        }

        return point;
    }

    private static IEnumerable<int> RealParameters(NetworkShape shape) =>
        shape.Layers.SelectMany(layer => Enumerable.Range(0, layer.Inputs + 1).SelectMany(input => Enumerable.Range(layer.Begin + (input * layer.Width), layer.Units)));

    private static double[] Margins(TrainingData data, NetworkShape shape, double[] point, int row)
    {
        double[] columns = new double[data.Design.Width];
        data.Design.Expand(row, columns);
        double[] inputs = [.. shape.Order.Select(column => columns[column])];
        foreach (NetworkLayerShape layer in shape.Layers)
        {
            double[] below = layer == shape.Layers[0] ? inputs : [.. inputs.Select(unit => Math.Max(0, unit))];
            inputs = [.. Enumerable.Range(0, layer.Units).Select(unit => point[layer.Biases + unit] + below.Select((value, input) => value * point[layer.Begin + (input * layer.Width) + unit]).Sum())];
        }

        return inputs;
    }

    private static double Loss(TrainingData data, NetworkProblem problem, double[] margins, int row) => data.Task == ModelTask.Regression
        ? 0.5 * Math.Pow(margins[0] - ((data.Target[row] - problem.Center) / problem.Spread), 2)
        : Math.Log(margins.Sum(Math.Exp)) - margins[(int)data.Target[row]];
}
