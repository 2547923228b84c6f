using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>Ordinary least squares: minimises Σ weight · (label − intercept − Σ coefficient · column)².</summary>
public sealed class LinearRegression : ITrainer
{
    private const string FitIntercept = "FitIntercept";

    /// <inheritdoc/>
    public string Name => "LinearRegression";

    /// <inheritdoc/>
    public int Revision => 1;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        new(FitIntercept, HyperparameterKind.Boolean, "true", "Whether the prediction may be other than 0 where every feature is 0."),
    ];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task == ModelTask.Regression;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => values.Boolean(FitIntercept) ? FeatureForm.IndicatorsWithReference : FeatureForm.Indicators;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        bool constant = values.Boolean(FitIntercept);
        log.Progress($"least squares over {data.Design.Rows} rows and {data.Design.Width} columns");
        double[] factor = BlockedTriangularFactor.Compute(data, constant, cancellation);
        LeastSquaresSolution solution = TriangularSolver.Solve(factor, data.Design.Width + (constant ? 2 : 1), constant);
        ReportDependent(solution, data, log);
        double intercept = constant ? solution.Intercept : LinearParameters.InterceptThroughOrigin(solution.Coefficients, data.Columns);
        return LinearParameters.Model("identity", solution.Coefficients, [intercept], []);
    }

    private static void ReportDependent(LeastSquaresSolution solution, TrainingData data, IEngineLog log)
    {
        if (solution.Dependent.Count > 0)
        {
            string[] names = [.. solution.Dependent.Select(column => data.Columns[column].Name)];
            log.Report(
                TrainingDiagnostics.DependentColumns,
                $"In the {data.Design.Rows} training rows these columns can be computed from the columns before them: {Quote.List([.. names.Select(Quote.Value)])}. "
                + "The coefficients are not unique; those with the least norm are used.",
                SourceLocation.None);
        }
    }
}
