using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Training;

public sealed class LinearDeterminismTests
{
    private static readonly Dictionary<string, ITrainer> Trainers = new ITrainer[]
    {
        new LinearRegression(), new Ridge(), new Lasso(), new ElasticNet(), new PoissonRegression(), new QuantileRegression(), new LogisticRegression(),
    }.ToDictionary(trainer => trainer.Name);

    // 4200 rows are three blocks; at 200 000 rows least squares sums in double.
    [Theory]
    [InlineData("LinearRegression", 4200, "Auto")]
    [InlineData("LinearRegression", 200_000, "Auto")]
    [InlineData("LinearRegression", 4200, "SGD")]
    [InlineData("Ridge", 4200, "Auto")]
    [InlineData("Lasso", 4200, "Auto", "Alpha", "0.01")]
    [InlineData("ElasticNet", 4200, "Auto", "Alpha", "0.01")]
    [InlineData("PoissonRegression", 4200, "Auto")]
    [InlineData("QuantileRegression", 4200, "Auto", "Quantile", "0.3")]
    [InlineData("LogisticRegression", 4200, "Auto", "L1", "2")]
    [InlineData("LogisticRegression", 4200, "Adam", "Epochs", "3")]
    public void Any_number_of_threads_gives_the_same_bytes(string name, int rows, string optimizer, string setting = "", string value = "")
    {
        ITrainer trainer = Trainers[name];
        TestTable table = name == "LogisticRegression" ? Synthetic.Binary(rows) : Synthetic.Regression(rows);
        HyperparameterSetting[] settings = setting.Length == 0 ? [] : [new(setting, value, SourceLocation.None)];
        string[] digests = [.. new[] { 1, 2, 4 }.Select(threads => Digest(table, trainer, settings, optimizer, threads))];
        Assert.Equal([digests[0], digests[0], digests[0]], digests);
    }

    private static string Digest(TestTable table, ITrainer trainer, HyperparameterSetting[] settings, string optimizer, int threads)
    {
        RecordingLog log = new();
        ModelFit fit = new(table.Contract, trainer, HyperparameterParser.Parse(trainer, settings, log)) { MaximumThreads = threads, Optimizer = optimizer };
        return ModelFile.Digest(ModelFileBuilder.Build(fit.Run(table.Table, table.AllRows, log, CancellationToken.None)).ToBytes());
    }
}
