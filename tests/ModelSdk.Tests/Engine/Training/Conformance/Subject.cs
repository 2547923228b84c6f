using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Conformance;

/// <summary>A trainer of the catalogue with a task that it supports, and settings that keep a training short.</summary>
/// <param name="Trainer">The trainer.</param>
/// <param name="Task">The task.</param>
internal sealed record Subject(ITrainer Trainer, ModelTask Task)
{
    private (string Name, string Value)[] Short => this.Trainer.Name == "NeuralNetwork" ? [("HiddenLayers", "8"), ("Epochs", "10"), ("LearningRate", "0.02")] : [("Trees", "12")];

    /// <summary>Every trainer with every task that it supports, forecasts aside: they take series (<see cref="ForecastSubject"/>).</summary>
    public static IEnumerable<Subject> All { get; } =
    [
        .. TrainerCatalog.All.SelectMany(trainer => Enum.GetValues<ModelTask>()
            .Where(task => task != ModelTask.Forecasting && trainer.Supports(task))
            .Select(task => new Subject(trainer, task))),
    ];

    public static Subject Find(string name, ModelTask task) => All.Single(subject => subject.Trainer.Name == name && subject.Task == task);

    /// <summary>A table of the task: two numbers and a category that explain the label, and what the caller adds.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="weight">The weight of each row; null for none.</param>
    /// <param name="label">Another label for some rows.</param>
    public TestTable Table(int rows, Func<int, double>? weight = null, Func<int, double, double>? label = null)
    {
        int[] all = [.. Enumerable.Range(0, rows)];
        TestTable table = new TestTable(this.Task)
            .Number("a", all.Select(row => Wave(row, 1)))
            .Number("b", all.Select(row => row % 11 == 0 ? double.NaN : 100 + Wave(row, 2)))
            .Category("c", all.Select(row => row % 13 == 0 ? null : "uvw"[row % 3].ToString()));
        table = this.Label(table, all.Select(row => label is null ? Truth(row) : label(row, Truth(row))));
        return weight is null ? table : table.Number("weight", all.Select(weight), ColumnRole.Weight);
    }

    /// <summary>Adds the label: a value from 0 to 4, or the class that it falls into.</summary>
    public TestTable Label(TestTable table, IEnumerable<double> values) => this.Task switch
    {
        ModelTask.Regression => table.Number("y", values, ColumnRole.Label),
        ModelTask.MulticlassClassification => table.Classes("y", values.Select(value => value < 1.2 ? "low" : value < 2.4 ? "middle" : "high"), "low", "middle", "high"),
        _ => table.Classes("y", values.Select(value => value < 1.6 ? "no" : "yes"), "no", "yes"),
    };

    public byte[] Fit(TestTable table, int threads = 1, long? mostBytes = null, CancellationToken cancellation = default)
    {
        HyperparameterSetting[] settings = [.. this.Short
            .Where(pair => this.Trainer.Hyperparameters.Any(definition => definition.Name == pair.Name))
            .Select(pair => new HyperparameterSetting(pair.Name, pair.Value, SourceLocation.None))];
        RecordingLog log = new();
        ModelFit fit = new(table.Contract, this.Trainer, HyperparameterParser.Parse(this.Trainer, settings, log)) { MaximumThreads = threads, Seed = 5 };
        fit = mostBytes is null ? fit : new ModelFit(table.Contract, this.Trainer, HyperparameterParser.Parse(this.Trainer, settings, log)) { MaximumThreads = threads, Seed = 5, MostBytes = mostBytes.Value };
        return ModelFileBuilder.Build(fit.Run(table.Table, table.AllRows, log, cancellation)).ToBytes();
    }

    public string Digest(TestTable table, int threads = 1) => ModelFile.Digest(this.Fit(table, threads));

    public static double[] Scores(byte[] model, TestTable table) =>
        ModelSdk.Engine.Evaluation.TableScores.Of(PredictionModel.Load(model), table.Table, table.AllRows);

    private static double Truth(int row) => (2 * Wave(row, 1)) + Wave(row, 2) + (row % 3 == 0 ? 0.8 : 0) + (0.1 * Wave(row, 5));

    // A number from 0 to 1 that looks like chance, from exact arithmetic alone.
    private static double Wave(int row, int kind) => ((row + 1L) * (2654435761L + (40503L * kind * kind)) % 1_000_003L) / 1_000_003.0;
}
