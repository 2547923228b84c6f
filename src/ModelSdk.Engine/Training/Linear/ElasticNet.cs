using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear.Shrinkage;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>
/// Least squares with both penalties: minimises Σ weight · (label − intercept − Σ coefficient · column)² / (2 Σ weight) + Alpha · L1Ratio · Σ |coefficient|
/// + ½ · Alpha · (1 − L1Ratio) · Σ coefficient² over the standardised columns, scikit-learn's <c>ElasticNet</c> after its <c>StandardScaler</c>. The
/// intercept is not penalised.
/// </summary>
public sealed class ElasticNet : ITrainer
{
    private const string L1Ratio = "L1Ratio";

    /// <inheritdoc/>
    public string Name => "ElasticNet";

    /// <inheritdoc/>
    public int Revision => 2;

    /// <inheritdoc/>
    public bool CanWarmStart => true;

    /// <inheritdoc/>
    public bool CanStream => true;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        .. ShrinkageHyperparameters.All("The weight of both penalties beside half the mean squared error."),
        new(L1Ratio, HyperparameterKind.Number, "0.5", "The share of the absolute penalty: 1 is Lasso, 0 leaves the squared one alone.") { Minimum = 0, Maximum = 1 },
    ];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task == ModelTask.Regression;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Indicators;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation) =>
        ShrinkageFit.Run(this.Name, data, values, values.Number(L1Ratio), log, cancellation);
}
