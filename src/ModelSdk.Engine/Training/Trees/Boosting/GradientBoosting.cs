using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Gradient boosted trees over histograms (Friedman, "Greedy function approximation: a gradient boosting machine", 2001; Chen and Guestrin,
/// "XGBoost", 2016; Ke et al., "LightGBM", 2017). Each iteration fits a tree to gradient and hessian of the objective at the margins so far.
/// </summary>
public sealed class GradientBoosting : ITrainer
{
    /// <inheritdoc/>
    public string Name => "GradientBoosting";

    /// <inheritdoc/>
    public int Revision => 2;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters => TreeHyperparameters.Boosting;

    /// <inheritdoc/>
    public bool CanWarmStart => true;

    /// <inheritdoc/>
    public bool CanStream => true;

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task is ModelTask.Regression or ModelTask.BinaryClassification or ModelTask.MulticlassClassification;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Native;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation) =>
        new BoostingRun(data, values, log, cancellation).Train();
}
