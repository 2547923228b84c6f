using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Training;
using ModelSdk.Runtime;

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
    public bool CanStream => trainer.CanStream;

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => this.Guard(() => trainer.Supports(task));

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => this.Guard(() => trainer.Form(values));

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        TrainedModel model = this.Guard(() => trainer.Train(data, values, log, cancellation));
        return TrainedModelCheck.Problem(model, data.Task) is { } problem ? throw this.Unusable(problem, model) : model;
    }

    /// <summary>Stops where apps could not load the model.</summary>
    /// <param name="fitted">What this trainer fitted, with the features that the tensors must fit.</param>
    /// <exception cref="ModelBuildException">A tensor is missing, has a wrong shape or type, or holds a value that cannot be scored with.</exception>
    public void RequireLoadable(FittedModel fitted)
    {
        try
        {
            PredictionModel.Load(ModelFileBuilder.Build(fitted).ToBytes());
        }
        catch (ModelFormatException exception)
        {
            throw this.Unusable(exception.Message.TrimEnd('.'), fitted.Model);
        }
    }

    private T Guard<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception exception) when (exception is not (ModelBuildException or OperationCanceledException))
        {
            string text = $"The trainer {this.Name} failed: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}{Origin(exception)}";
            throw new ModelBuildException(PluginDiagnostics.TrainerFailed, text, reference.DeclaredAt);
        }
    }

    private ModelBuildException Unusable(string problem, TrainedModel? model) => new(
        PluginDiagnostics.UnusableModel,
        $"The trainer {this.Name} handed back a model that cannot be used: {problem}.{TrainedModelCheck.Description(model)}",
        reference.DeclaredAt);

    private static string Origin(Exception exception) =>
        exception.StackTrace?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() is { } line ? $" ({line})" : "";
}
