using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Training;

namespace ModelSdk.Engine.Plugins;

/// <summary>A trainer of an extension; an exception of it is a diagnostic and no fault of the engine.</summary>
/// <param name="trainer">The trainer.</param>
/// <param name="reference">The extension.</param>
internal sealed class PluginTrainer(ITrainer trainer, ProjectPlugin reference) : ITrainer
{
    /// <inheritdoc/>
    public string Name => trainer.Name;

    /// <inheritdoc/>
    public int Revision => trainer.Revision;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters => trainer.Hyperparameters;

    /// <inheritdoc/>
    public IReadOnlyList<string> Optimizers => trainer.Optimizers;

    /// <inheritdoc/>
    public bool CanWarmStart => trainer.CanWarmStart;

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => trainer.Supports(task);

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => trainer.Form(values);

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        try
        {
            return trainer.Train(data, values, log, cancellation);
        }
        catch (Exception exception) when (exception is not (ModelBuildException or OperationCanceledException))
        {
            string text = $"The trainer {trainer.Name} failed: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}{Origin(exception)}";
            throw new ModelBuildException(PluginDiagnostics.TrainerFailed, text, reference.DeclaredAt);
        }
    }

    private static string Origin(Exception exception) =>
        exception.StackTrace?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() is { } line ? $" ({line})" : "";
}
