using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Tests.Engine.Training;

/// <summary>Fits models the way the pipeline does.</summary>
internal static class Fits
{
    public static ModelFile File(
        TestTable table, ITrainer trainer, IEngineLog? log = null, int[]? rows = null, int threads = 1, params (string Name, string Value)[] settings)
    {
        HyperparameterSetting[] items = [.. settings.Select(setting => new HyperparameterSetting(setting.Name, setting.Value, SourceLocation.None))];
        IEngineLog receiver = log ?? new RecordingLog();
        HyperparameterValues values = HyperparameterParser.Parse(trainer, items, receiver);
        ModelFit fit = new(table.Contract, trainer, values) { MaximumThreads = threads };
        return ModelFileBuilder.Build(fit.Run(table.Table, rows ?? table.AllRows, receiver, CancellationToken.None));
    }

    public static IReadOnlyList<CoefficientTable> Coefficients(
        TestTable table, ITrainer trainer, IEngineLog? log = null, int[]? rows = null, params (string Name, string Value)[] settings) =>
        CoefficientTable.From(ModelFile.Read(File(table, trainer, log, rows, 1, settings).ToBytes()));
}
