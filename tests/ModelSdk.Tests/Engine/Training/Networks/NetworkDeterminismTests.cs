using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Networks;

namespace ModelSdk.Tests.Engine.Training.Networks;

public sealed class NetworkDeterminismTests
{
    // The first digits, written down so that another processor, runtime or platform shows a difference. They change with the trainer's or the features' Revision only.
    [Theory]
    [InlineData("regression", "Adam", "944e13288786b465")]
    [InlineData("binary", "SGD", "08b022e843ac87fa")]
    [InlineData("multiclass", "Adam", "4ac9dd314516b1d0")]
    [InlineData("multiclass", "LBFGS", "e57d1b66e694953e")]
    [InlineData("regression", "GradientDescent", "47a464116f7456dd")]
    public void One_recipe_gives_one_digest_on_every_machine_and_at_any_number_of_threads(string task, string optimizer, string digest)
    {
        string[] digests = [.. new[] { 1, 2, 4, 2 }.Select(threads => ModelFile.Digest(File(task, optimizer, threads, 1).ToBytes())[..16])];
        Assert.Equal([digest, digest, digest, digest], digests);
    }

    [Fact]
    public void Another_seed_gives_another_model() => Assert.NotEqual(File("binary", "Adam", 1, 1).ToBytes(), File("binary", "Adam", 1, 2).ToBytes());

    private static ModelFile File(string task, string optimizer, int threads, long seed)
    {
        TestTable table = task switch { "regression" => Synthetic.Regression(700), "binary" => Synthetic.Binary(700), _ => Synthetic.Multiclass(700) };
        bool batches = optimizer is "Adam" or "SGD";
        (string, string)[] settings =
        [
            ("HiddenLayers", "40,12"), .. batches ? [("Epochs", "3"), ("BatchSize", "256"), ("Dropout", "0.25"), ("Schedule", "InverseScaling")] : ((string, string)[])[("MaxIterations", "5")],
        ];
        return NetworkFits.File(
            table, table.AllRows, values => new ModelFit(table.Contract, new NeuralNetwork(), values) { Optimizer = optimizer, MaximumThreads = threads, Seed = seed }, new RecordingLog(), settings);
    }
}
