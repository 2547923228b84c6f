using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Runtime;
using ModelSdk.Tests.Engine.Training.Forecasting;

namespace ModelSdk.Tests.Engine.Training.Conformance;

/// <summary>A trainer of forecasts; the one that needs a regression, with every regression of the catalogue.</summary>
/// <param name="Name">The trainer's name, and the regression's.</param>
/// <param name="Trainer">The trainer.</param>
/// <param name="Settings">Hyperparameters that name the regression and keep its training short.</param>
internal sealed record ForecastSubject(string Name, ITrainer Trainer, IReadOnlyList<(string Name, string Value)> Settings)
{
    private const string Regressor = "Regressor";
    private static readonly int[] Season = [0, 1, 3, 4, 3, 1, -1, -3, -4, -4, -2, 6];

    /// <summary>Every trainer of forecasts.</summary>
    public static IEnumerable<ForecastSubject> All { get; } = [.. TrainerCatalog.All.Where(trainer => trainer.Supports(ModelTask.Forecasting)).SelectMany(Of)];

    public static ForecastSubject Find(string name) => All.Single(subject => subject.Name == name);

    /// <summary>Two series of months with a trend, a season and noise; the shorter one begins later and has a gap.</summary>
    public static SeriesTable Table { get; } = SeriesTable.Of(
        [.. SeriesTable.Months(84), .. SeriesTable.Months(60, 2002).Where((_, month) => month != 30)],
        [.. Enumerable.Range(0, 84).Select(month => Value(month, 100)), .. Enumerable.Range(0, 60).Where(month => month != 30).Select(month => Value(month + 24, 7))],
        [.. Enumerable.Repeat("A", 84), .. Enumerable.Repeat("B", 59)]);

    public byte[] Fit(SeriesTable table, int[]? rows = null, int threads = 1, int horizon = 0, CancellationToken cancellation = default)
    {
        RecordingLog log = new();
        HyperparameterSetting[] settings = [.. this.Settings.Append(("Horizon", $"{horizon}")).Select(((string Name, string Value) pair) => new HyperparameterSetting(pair.Name, pair.Value, SourceLocation.None))];
        ModelFit fit = new(table.Contract, this.Trainer, HyperparameterParser.Parse(this.Trainer, settings, log)) { MaximumThreads = threads, Seed = 5 };
        return ModelFileBuilder.Build(fit.Run(table.Table, rows ?? table.AllRows, log, cancellation)).ToBytes();
    }

    public string Digest(SeriesTable table, int threads = 1) => ModelFile.Digest(this.Fit(table, threads: threads));

    /// <summary>The forecasts of a series, step by step.</summary>
    public static double[] Forecasts(byte[] model, string? series = null)
    {
        PredictionModel loaded = PredictionModel.Load(model);
        return [.. loaded.ForecastTimes.Select(time => SeriesTable.Predict(loaded, time, series))];
    }

    private static IEnumerable<ForecastSubject> Of(ITrainer trainer) =>
        trainer.Hyperparameters.FirstOrDefault(definition => definition.Name == Regressor) is { } regressor
            ? regressor.Choices.Select(choice => new ForecastSubject($"{trainer.Name} {choice}", trainer, Short(choice)))
            : [new ForecastSubject(trainer.Name, trainer, [])];

    // The default chooses its form by rolling origin, and a Poisson regression has one only; the others learn once.
    private static (string Name, string Value)[] Short(string regressor) => regressor is "LinearRegression" or "PoissonRegression"
        ? [(Regressor, regressor)]
        : [(Regressor, regressor), ("Logarithm", "true"), ("Difference", "false")];

    // Exact arithmetic alone, so that every processor makes the same table.
    private static double Value(int month, double level) => level * (1 + (month / 100.0)) * (1 + (Season[month % 12] / 20.0)) * (1 + (month * 7919 % 101 / 2000.0));
}
