using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Networks;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Tests.Engine.Training.Networks;

/// <summary>Fits networks the way the pipeline does, with a chosen optimiser.</summary>
internal static class NetworkFits
{
    public static ModelFile File(TestTable table, string optimizer, params (string Name, string Value)[] settings) => File(table, optimizer, table.AllRows, settings);

    public static ModelFile File(TestTable table, string optimizer, int[] rows, params (string Name, string Value)[] settings) =>
        File(table, rows, values => new ModelFit(table.Contract, new NeuralNetwork(), values) { Optimizer = optimizer, MaximumThreads = 1 }, new RecordingLog(), settings);

    public static ModelFile File(
        TestTable table, int[] rows, Func<HyperparameterValues, ModelFit> fit, RecordingLog log, params (string Name, string Value)[] settings)
    {
        HyperparameterSetting[] items = [.. settings.Select(setting => new HyperparameterSetting(setting.Name, setting.Value, SourceLocation.None))];
        HyperparameterValues values = HyperparameterParser.Parse(new NeuralNetwork(), items, log);
        return ModelFileBuilder.Build(fit(values).Run(table.Table, rows, log, CancellationToken.None));
    }

    /// <summary>The probabilities of classes as the forward pass of the training computes them from a file's parameters.</summary>
    public static double[][] TrainingScores(TestTable table, ModelFile file)
    {
        IReadOnlyList<FeatureEncoding> features = FeatureEncodingText.Read(file.Text(ModelKeys.Features));
        TrainingData data = TrainingDataBuilder.Build(table.Table, table.AllRows, table.Contract, features);
        NetworkProblem problem = new(data, balanced: false);
        int[] layers = new NetworkWarmStart(file, new NetworkShape(data.Design, [1], 1), problem).Layers()!;
        NetworkShape shape = new(data.Design, layers[..^1], problem.Outputs);
        Assert.True(new NetworkWarmStart(file, shape, problem).TryRead(out double[]? parameters));
        NetworkForwardPass pass = new(data.Design, shape);
        NetworkWorkspace space = new(data.Design, shape);
        return [.. table.AllRows.Chunk(50).SelectMany(rows =>
        {
            pass.Run(parameters, rows, null, space);
            return Enumerable.Range(0, rows.Length).Select(index =>
            {
                double[] margins = space.Activations[^1].AsSpan(index * shape.Layers[^1].Width, problem.Outputs).ToArray();
                Assert.NotEqual(ModelTask.Regression, data.Task);
                DeterministicMath.Softmax(margins);
                return margins;
            }).ToArray();
        })];
    }
}
