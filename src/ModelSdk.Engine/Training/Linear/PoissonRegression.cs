using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear.Objectives;
using ModelSdk.Engine.Training.Optimisation;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>
/// Poisson regression with logarithmic link, for counts and other labels ≥ 0: minimises Σ weight · (e^margin − label · margin) / Σ weight
/// + ½ · Alpha · Σ coefficient², scikit-learn's <c>PoissonRegressor</c> but for a constant. The prediction is e^margin.
/// </summary>
public sealed class PoissonRegression : ITrainer
{
    /// <inheritdoc/>
    public string Name => "PoissonRegression";

    /// <inheritdoc/>
    public int Revision => 2;

    /// <inheritdoc/>
    public IReadOnlyList<string> Optimizers { get; } = Optimisers.All;

    /// <inheritdoc/>
    public bool CanWarmStart => true;

    /// <inheritdoc/>
    public bool CanStream => true;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        new(LinearHyperparameters.Alpha, HyperparameterKind.Number, "0.0001", "The weight of half the squared coefficients beside the mean of the rows' losses; alpha of scikit-learn.") { Minimum = 0 },
        new(LinearHyperparameters.FitIntercept, HyperparameterKind.Boolean, "true", "Whether the prediction may be other than 1 where every feature is 0."),
        .. OptimiserHyperparameters.For(Optimisers.All, LinearDescent.Defaults),
    ];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task == ModelTask.Regression;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Indicators;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        double mean = MeanLabel(data);
        LinearDescent descent = new(this, data, values, log, cancellation)
        {
            Loss = new PoissonLoss(),
            Link = "exponential",
            SquaredPenalty = values.Number(LinearHyperparameters.Alpha),
            StartIntercept = DeterministicMath.Log(mean),
            GradientUnit = mean,
            Remedy = $" or {LinearHyperparameters.Alpha} ({values.Text(LinearHyperparameters.Alpha)})",
        };
        return descent.Run().Model;
    }

    private static double MeanLabel(TrainingData data)
    {
        double[] labels = CountedLabels.Of(data);
        int negative = Array.FindIndex(labels, label => label < 0);
        double mean = data.Weights is null ? EightLanes.Sum(data.Target) / data.Target.Length : EightLanes.Dot(data.Weights, data.Target) / EightLanes.Sum(data.Weights);
        if (negative >= 0 || !(mean > 0))
        {
            int count = labels.Count(label => label < 0);
            throw new ModelBuildException(
                TrainingDiagnostics.LabelsNotCounts,
                negative >= 0
                    ? $"The label is {Quote.Value(labels[negative].ToString(CultureInfo.InvariantCulture))} in a training row, and negative in {count}; PoissonRegression needs labels ≥ 0. Use LinearRegression, or leave these rows out."
                    : "The label is 0 in every training row that counts; PoissonRegression needs some above 0.",
                SourceLocation.None);
        }

        return mean;
    }
}
