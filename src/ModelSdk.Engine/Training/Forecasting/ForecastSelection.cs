using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>
/// What <c>ModelTrainer</c> <c>Auto</c> means for forecasts: the seasonal naive forecast, every form of Holt-Winters and regressions on lags are
/// tried by rolling origin inside the training rows; the simplest kind that is within one standard error of the best is fitted to all of them.
/// </summary>
public sealed class ForecastSelection : ForecastTrainer
{
    // What it chooses from changes its models too.
    private const int OwnRevision = 2;
    private const string Boosting = "GradientBoosting";
    private const int LeastValuesForBoosting = 1000;

    // The catalog lists this trainer too, so it is read only when somebody asks.
    private static IEnumerable<ITrainer> Regressors =>
        TrainerCatalog.All.Where(trainer => trainer.Supports(ModelTask.Regression) && trainer.Name is nameof(Linear.LinearRegression) or Boosting);

    /// <inheritdoc/>
    public override string Name => "ForecastSelection";

    /// <inheritdoc/>
    public override int Revision => OwnRevision + new HoltWinters().Revision + Regressors.Sum(trainer => trainer.Revision);

    /// <inheritdoc/>
    private protected override IReadOnlyList<IReadOnlyList<IForecastMethod>> Candidates(ForecastProblem problem, HyperparameterValues values)
    {
        // From the simplest to the one with most to learn.
        bool many = problem.Series.Sum(series => (long)series.Values.Length) >= LeastValuesForBoosting;
        IEnumerable<ITrainer> regressors = Regressors.Where(trainer => many || trainer.Name != Boosting);
        return [[new SeasonalNaiveMethod()], HoltWinters.Forms(problem), .. regressors.Select(trainer => LagRegression.Forms(trainer, problem))];
    }
}
