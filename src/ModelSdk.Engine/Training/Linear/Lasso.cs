using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear.Shrinkage;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>
/// Least squares with few features: minimises Σ weight · (label − intercept − Σ coefficient · column)² / (2 Σ weight) + Alpha · Σ |coefficient| over the
/// standardised columns, scikit-learn's <c>Lasso</c> after its <c>StandardScaler</c>. The intercept is not penalised.
/// </summary>
public sealed class Lasso : ITrainer
{
    /// <inheritdoc/>
    public string Name => "Lasso";

    /// <inheritdoc/>
    public int Revision => 2;

    /// <inheritdoc/>
    public bool CanWarmStart => true;

    /// <inheritdoc/>
    public bool CanStream => true;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
        ShrinkageHyperparameters.All("The weight of the absolute coefficients beside half the mean squared error; the larger, the more coefficients are 0.");

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task == ModelTask.Regression;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Indicators;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation) =>
        ShrinkageFit.Run(this.Name, data, values, 1, log, cancellation);
}
