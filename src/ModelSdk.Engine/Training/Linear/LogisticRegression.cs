using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear.Objectives;
using ModelSdk.Engine.Training.Optimisation;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>
/// Logistic regression, binary or multinomial: minimises Σ weight · −ln P(label) + ½ · L2 · Σ coefficient² + L1 · Σ |coefficient|. With L1 = 0, L2 is
/// 1 / C of scikit-learn's <c>LogisticRegression</c>; intercepts are not penalised.
/// </summary>
public sealed class LogisticRegression : ITrainer
{
    private const string L2 = "L2";
    private const string L1 = "L1";

    /// <inheritdoc/>
    public string Name => "LogisticRegression";

    /// <inheritdoc/>
    public int Revision => 3;

    /// <inheritdoc/>
    public IReadOnlyList<string> Optimizers { get; } = Optimisers.All;

    /// <inheritdoc/>
    public bool CanWarmStart => true;

    /// <inheritdoc/>
    public bool CanStream => true;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        new(L2, HyperparameterKind.Number, "1", "The weight of half the squared coefficients beside the sum of the rows' losses; 1/C of scikit-learn.") { Minimum = 0 },
        new(L1, HyperparameterKind.Number, "0", "The weight of the absolute coefficients beside the sum of the rows' losses; makes coefficients exactly 0.") { Minimum = 0 },
        new(LinearHyperparameters.FitIntercept, HyperparameterKind.Boolean, "true", "Whether the margin may be other than 0 where every feature is 0."),
        ClassWeights.Definition,
        .. OptimiserHyperparameters.For(Optimisers.All, LinearDescent.Defaults),
    ];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task is ModelTask.BinaryClassification or ModelTask.MulticlassClassification;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Indicators;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        CheckOptimiser(data.Optimizer, values);
        TrainingData weighted = data with { Weights = ClassWeights.Of(data, values.Text(ClassWeights.Name)) };
        double total = weighted.Weights is null ? weighted.Design.Rows : EightLanes.Sum(weighted.Weights);
        bool isFree = values.Number(L2) == 0 && values.Number(L1) == 0;
        Separation separation = new(weighted, values.Boolean(LinearHyperparameters.FitIntercept), log);
        LinearDescent descent = new(this, weighted, values, isFree ? separation.Log : log, cancellation)
        {
            Loss = data.ClassCount == 2 ? new LogisticLoss() : new SoftmaxLoss(data.ClassCount),
            Link = data.ClassCount == 2 ? "logistic" : "softmax",
            SquaredPenalty = values.Number(L2) / total,
            AbsolutePenalty = values.Number(L1) / total,
            Remedy = $" or {L2} ({values.Text(L2)})",
        };
        (TrainedModel model, MinimumResult result) = descent.Run();
        if (isFree)
        {
            separation.Report(result.Parameters);
        }

        return model;
    }

    private static void CheckOptimiser(string optimiser, HyperparameterValues values)
    {
        if (values.Number(L1) > 0 && optimiser is not (Optimisers.Auto or Optimisers.Lbfgs))
        {
            throw new ModelBuildException(
                TrainingDiagnostics.InvalidHyperparameter,
                $"The hyperparameter {L1} is {Quote.Value(values.Text(L1))}, but {optimiser} cannot make coefficients exactly 0; valid: 0, or ModelOptimizer Auto or LBFGS.",
                SourceLocation.None);
        }
    }
}
