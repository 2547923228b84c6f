using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>
/// Logistic regression, binary or multinomial: minimises Σ weight · −ln P(label) + ½ · L2 · Σ coefficient². L2 is 1 / C of scikit-learn's
/// <c>LogisticRegression</c>; the intercept is not penalised.
/// </summary>
public sealed class LogisticRegression : ITrainer
{
    private const string L2 = "L2";
    private const string FitIntercept = "FitIntercept";
    private const string MaxIterations = "MaxIterations";
    private const string Tolerance = "Tolerance";

    /// <inheritdoc/>
    public string Name => "LogisticRegression";

    /// <inheritdoc/>
    public int Revision => 1;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        new(L2, HyperparameterKind.Number, "1", "The weight of the squared coefficients beside the sum of the rows' losses; 1/C of scikit-learn.") { Minimum = 0 },
        new(FitIntercept, HyperparameterKind.Boolean, "true", "Whether the margin may be other than 0 where every feature is 0."),
        new(MaxIterations, HyperparameterKind.WholeNumber, "1000", "After how many iterations the optimiser stops, converged or not.") { Minimum = 1, Maximum = int.MaxValue },
        new(Tolerance, HyperparameterKind.Number, "0.000001", "The optimiser has converged when no component of the mean loss's gradient is larger.") { Minimum = 0 },
    ];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task is ModelTask.BinaryClassification or ModelTask.MulticlassClassification;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Indicators;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        LogisticObjective objective = new(data, values.Number(L2), values.Boolean(FitIntercept), cancellation);
        LimitedMemoryBfgs optimiser = new(objective, values.WholeNumber(MaxIterations), values.Number(Tolerance));
        MinimumResult result = optimiser.Minimise(new double[objective.Count], point => log.Progress(Describe(point)));
        ReportUnlessConverged(result, values, log);
        double[] parameters = [.. result.Parameters];
        objective.TieIntercepts(parameters);
        int outputs = parameters.Length / (data.Design.Width + 1);
        int coefficients = outputs * data.Design.Width;
        return LinearParameters.Model(outputs == 1 ? "logistic" : "softmax", parameters[..coefficients], parameters[coefficients..], result.Convergence);
    }

    private static string Describe(ConvergencePoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"iteration {point.Iteration}, objective {point.Objective:G6}");

    private static void ReportUnlessConverged(MinimumResult result, HyperparameterValues values, IEngineLog log)
    {
        if (!result.Converged)
        {
            int iterations = result.Convergence[^1].Iteration;
            log.Report(
                TrainingDiagnostics.NotConverged,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The logistic regression stopped after {iterations} iterations: the gradient is {result.Gradient:G3}, {Tolerance} is {values.Text(Tolerance)}. ")
                + (iterations >= values.WholeNumber(MaxIterations)
                    ? $"Raise {MaxIterations} ({values.Text(MaxIterations)}) or {L2} ({values.Text(L2)})."
                    : $"Rounding allows no further progress; raise {Tolerance} or {L2} ({values.Text(L2)})."),
                SourceLocation.None);
        }
    }
}
