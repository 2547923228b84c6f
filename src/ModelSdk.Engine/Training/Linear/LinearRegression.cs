using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear.LeastSquares;
using ModelSdk.Engine.Training.Linear.Objectives;
using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>Ordinary least squares: minimises Σ weight · (label − intercept − Σ coefficient · column)².</summary>
public sealed class LinearRegression : ITrainer
{
    /// <inheritdoc/>
    public string Name => "LinearRegression";

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
        new(LinearHyperparameters.FitIntercept, HyperparameterKind.Boolean, "true", "Whether the prediction may be other than 0 where every feature is 0."),
        .. OptimiserHyperparameters.For(Optimisers.All, LinearDescent.Defaults),
    ];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task == ModelTask.Regression;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) =>
        values.Boolean(LinearHyperparameters.FitIntercept) ? FeatureForm.IndicatorsWithReference : FeatureForm.Indicators;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation) =>
        data.Optimizer == Optimisers.Auto ? this.Solve(data, values, log, cancellation) : this.Descend(data, values, log, cancellation);

    private TrainedModel Descend(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        (double mean, double deviation) = CountedLabels.Scale(data);
        return new LinearDescent(this, data, values, log, cancellation)
        {
            Loss = new SquaredLoss(),
            Link = "identity",
            StartIntercept = mean,
            GradientUnit = deviation > 0 ? deviation : 1,
            Remedy = "",
        }.Run().Model;
    }

    private TrainedModel Solve(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        OptimiserHyperparameterCheck.Run(Optimisers.Auto, values, LinearDescent.Defaults);
        DesignWidth.Check(this.Name, data.Design.Width);
        if (data.WarmStart is not null)
        {
            log.Message("Least squares is solved at once, so the version to continue from changes only how features are prepared. Set ModelOptimizer to begin at its coefficients.");
        }

        log.Progress($"least squares over {data.Design.Rows} rows and {data.Design.Width} columns");
        LeastSquaresFit fit = LeastSquaresSolver.Solve(new LeastSquaresProblem(data, values.Boolean(LinearHyperparameters.FitIntercept), 0), cancellation);
        DependentColumns.Report(fit, data, log);
        return LinearParameters.Model("identity", fit.Coefficients, [fit.Intercept], []) with
        {
            Statistics = fit.Statistics,
            Figures = fit.Figures,
            Notes = [fit.IsExact ? "The products of columns were summed in double-double." : "The products of columns were summed in double and the solution corrected by its residuals."],
        };
    }
}
