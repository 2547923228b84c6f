using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training;

/// <summary>Fits preprocessing and model to the training rows of a table.</summary>
/// <param name="contract">Names label, weight and features.</param>
/// <param name="trainer">Fits the model.</param>
/// <param name="values">The trainer's hyperparameters.</param>
public sealed class ModelFit(ModelContract contract, ITrainer trainer, HyperparameterValues values)
{
    // Beside the table there must be room for the trainer's own arrays.
    private const int ShareOfMemory = 4;

    /// <summary>The contract's path, for diagnostics; empty where there is none.</summary>
    public string ContractFile { get; init; } = "";

    /// <summary>What the project says about its features (nothing).</summary>
    public ProjectFeatures Features { get; init; } = ProjectFeatures.None;

    /// <summary>How many threads may work at a time. Never changes the result.</summary>
    public int MaximumThreads { get; init; } = Environment.ProcessorCount;

    /// <summary>What every random choice is drawn from (1).</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The optimiser, <c>Auto</c> or one that the trainer lists (<c>Auto</c>).</summary>
    public string Optimizer { get; init; } = "Auto";

    /// <summary>The model to continue from, with its encoding of the features; null to begin anew.</summary>
    public ModelFile? WarmStart { get; init; }

    /// <summary>How large a design may be in memory; any size where the trainer needs all of it (a quarter of the memory that the process may use). Never changes the result.</summary>
    internal long MostBytes { get; init; } = trainer.CanStream ? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / ShareOfMemory : long.MaxValue;

    /// <summary>Fits the model.</summary>
    /// <param name="table">The data.</param>
    /// <param name="rows">The training rows; no other row has any influence.</param>
    /// <param name="log">Gets warnings and progress.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <exception cref="ModelBuildException">The data cannot be fitted.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public FittedModel Run(DataTable table, int[] rows, IEngineLog log, CancellationToken cancellation)
    {
        if (table.IsInFile && TrainerChoice.RefusalOf(trainer) is { } refusal)
        {
            throw new ModelBuildException(
                DataDiagnostics.DataTooLarge, $"The data does not fit into memory as ModelMemoryLimit sets it. {refusal} Raise the limit, or set ModelTrainer.", SourceLocation.None);
        }

        FeatureForm form = trainer.Form(values);
        SettingsWithoutEffect.Report(this.Features, form, trainer.Name, log);
        IReadOnlyList<FeatureEncoding> features = this.WarmStart is { } earlier
            ? FeatureEncodingText.Read(earlier.Text(ModelKeys.Features))
            : FeatureFitter.Fit(table, rows, contract, form, this.ContractFile, this.Features);
        TrainingData data = TrainingDataBuilder.Build(table, rows, contract, features, this.MostBytes) with
        {
            MaximumThreads = this.MaximumThreads,
            Seed = this.Seed,
            Optimizer = this.Optimizer,
            WarmStart = this.WarmStart,
        };
        cancellation.ThrowIfCancellationRequested();
        return new FittedModel(contract, features, trainer.Name, trainer.Train(data, values, log, cancellation));
    }
}
