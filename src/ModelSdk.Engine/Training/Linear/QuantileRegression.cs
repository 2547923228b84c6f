using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear.Objectives;
using ModelSdk.Engine.Training.Linear.Quantiles;
using ModelSdk.Engine.Training.Optimisation;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>
/// Quantile regression (Koenker and Bassett 1978): minimises Σ weight · pinball(label − prediction) / Σ weight + Alpha · Σ |coefficient| over the
/// standardised columns, scikit-learn's <c>QuantileRegressor</c> after its <c>StandardScaler</c>. The intercept is not penalised.
/// </summary>
public sealed class QuantileRegression : ITrainer
{
    private const string Quantile = "Quantile";
    private static readonly string[] Descents = [Optimisers.GradientDescent, Optimisers.StochasticGradientDescent, Optimisers.Adam];

    /// <inheritdoc/>
    public string Name => "QuantileRegression";

    /// <inheritdoc/>
    public int Revision => 2;

    /// <inheritdoc/>
    public IReadOnlyList<string> Optimizers { get; } = Descents;

    /// <inheritdoc/>
    public bool CanWarmStart => true;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        new(Quantile, HyperparameterKind.Number, "0.5", "Which quantile of the label is predicted; 0.5 is the median.") { Minimum = 0.001, Maximum = 0.999 },
        new(LinearHyperparameters.Alpha, HyperparameterKind.Number, "0", "The weight of the absolute coefficients beside the mean of the rows' losses; alpha of scikit-learn.") { Minimum = 0 },
        new(LinearHyperparameters.FitIntercept, HyperparameterKind.Boolean, "true", "Whether the prediction may be other than 0 where every feature is 0."),
        .. OptimiserHyperparameters.For(Descents, LinearDescent.Defaults),
    ];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task == ModelTask.Regression;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Indicators;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation) =>
        data.Optimizer == Optimisers.Auto ? this.Solve(data, values, log, cancellation) : this.Descend(data, values, log, cancellation);

    private TrainedModel Descend(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        if (values.Number(LinearHyperparameters.Alpha) > 0)
        {
            throw new ModelBuildException(
                TrainingDiagnostics.InvalidHyperparameter,
                $"The hyperparameter Alpha is {Quote.Value(values.Text(LinearHyperparameters.Alpha))}, but {data.Optimizer} cannot make coefficients exactly 0; valid: 0, or ModelOptimizer Auto.",
                SourceLocation.None);
        }

        return new LinearDescent(this, data, values, log, cancellation) { Loss = new PinballLoss(values.Number(Quantile)), Link = "identity", Remedy = "" }.Run().Model;
    }

    private TrainedModel Solve(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        OptimiserHyperparameterCheck.Run(Optimisers.GradientDescent, values, LinearDescent.Defaults);
        DesignWidth.Check(this.Name, data.Design.Width);
        bool intercept = values.Boolean(LinearHyperparameters.FitIntercept);
        double total = data.Weights is null ? data.Design.Rows : EightLanes.Sum(data.Weights);
        QuantileRows rows = new(new QuantileProblem(data, values.Number(Quantile), intercept, values.Number(LinearHyperparameters.Alpha) * total), cancellation);
        InteriorPoint solver = new(rows, log);
        solver.Run(values.Number(LinearHyperparameters.Tolerance), values.WholeNumber(LinearHyperparameters.MaxIterations), rows.Unit / total);
        ReportUnlessConverged(solver, values, log);
        double[] coefficients = [.. solver.Parameters.Skip(1).Select(value => value * rows.Unit)];
        double origin = intercept ? (solver.Parameters[0] * rows.Unit) + rows.Centre : LinearParameters.InterceptThroughOrigin(coefficients, data.Columns);
        return LinearParameters.Model("identity", coefficients, [origin], solver.Convergence) with
        {
            Figures = new Dictionary<string, double> { ["Iterations"] = solver.Iterations },
        };
    }

    private static void ReportUnlessConverged(InteriorPoint solver, HyperparameterValues values, IEngineLog log)
    {
        if (solver.Gap > values.Number(LinearHyperparameters.Tolerance))
        {
            log.Report(
                TrainingDiagnostics.NotConverged,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"QuantileRegression stopped after {solver.Iterations} iterations: the duality gap is {solver.Gap:G3} of the objective, Tolerance is {values.Text(LinearHyperparameters.Tolerance)}. ")
                + $"Raise {LinearHyperparameters.MaxIterations} ({values.Text(LinearHyperparameters.MaxIterations)}) or {LinearHyperparameters.Tolerance}.",
                SourceLocation.None);
        }
    }
}
