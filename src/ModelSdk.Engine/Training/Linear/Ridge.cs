using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear.LeastSquares;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>
/// Least squares with small coefficients: minimises Σ weight · (label − intercept − Σ coefficient · column)² + Alpha · Σ coefficient² over the
/// standardised columns, scikit-learn's <c>Ridge</c> after its <c>StandardScaler</c>. The intercept is not penalised.
/// </summary>
public sealed class Ridge : ITrainer
{
    /// <inheritdoc/>
    public string Name => "Ridge";

    /// <inheritdoc/>
    public int Revision => 2;

    /// <inheritdoc/>
    public bool CanStream => true;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        new(LinearHyperparameters.Alpha, HyperparameterKind.Number, "1", "The weight of the squared coefficients beside the sum of squared errors.") { Minimum = 0 },
        new(LinearHyperparameters.FitIntercept, HyperparameterKind.Boolean, "true", "Whether the prediction may be other than 0 where every feature is 0."),
    ];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task == ModelTask.Regression;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Indicators;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        DesignWidth.Check(this.Name, data.Design.Width);
        log.Progress($"ridge regression over {data.Design.Rows} rows and {data.Design.Width} columns");
        LeastSquaresProblem problem = new(data, values.Boolean(LinearHyperparameters.FitIntercept), values.Number(LinearHyperparameters.Alpha));
        LeastSquaresFit fit = LeastSquaresSolver.Solve(problem, cancellation);
        DependentColumns.Report(fit, data, log);
        return LinearParameters.Model("identity", fit.Coefficients, [fit.Intercept], []) with
        {
            Figures = fit.Figures,
        };
    }
}
