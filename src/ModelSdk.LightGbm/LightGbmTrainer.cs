using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;

namespace ModelSdk.LightGbm;

/// <summary>
/// Gradient boosted trees, grown by LightGBM (Ke et al., "LightGBM: a highly efficient gradient boosting decision tree", 2017) and handed back as
/// trees of our own kernel, whose margins have the same bits as LightGBM's raw scores. x64 only; docs/lightgbm.md has the rules.
/// </summary>
public sealed class LightGbmTrainer : ITrainer
{
    /// <inheritdoc/>
    public string Name => "LightGbm";

    /// <inheritdoc/>
    public int Revision => 2;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters => LightGbmHyperparameters.Definitions;

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task is ModelTask.Regression or ModelTask.BinaryClassification or ModelTask.MulticlassClassification;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Native;

    /// <inheritdoc/>
    /// <exception cref="ModelBuildException">
    /// The machine cannot load LightGBM, the objective does not fit the task or a label, or LightGBM refuses the training.
    /// </exception>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(log);
        return new TrainingRun(data, values, log).Train(cancellation).Model;
    }
}
