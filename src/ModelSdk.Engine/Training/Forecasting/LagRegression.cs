using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>
/// Forecasts by a regression on earlier values, on request their rolling mean and deviation, and harmonics of the calendar; one regression for all series,
/// steps one after the other. Logarithms and differences left to <c>Auto</c> are chosen by rolling origin inside the training rows.
/// </summary>
public sealed class LagRegression : ForecastTrainer
{
    // The regressions that it fits change its models too.
    private const int OwnRevision = 2;
    private const string Auto = "Auto";
    private const string True = "true";
    private const string False = "false";

    /// <inheritdoc/>
    public override string Name => "LagRegression";

    /// <inheritdoc/>
    public override int Revision => OwnRevision + Regressors.Sum(trainer => trainer.Revision);

    /// <inheritdoc/>
    private protected override IReadOnlyList<HyperparameterDefinition> OwnHyperparameters =>
    [
        new("Regressor", HyperparameterKind.Choice, nameof(LinearRegression), "Which trainer of regressions learns, with its default hyperparameters.")
        {
            Choices = [.. Regressors.Select(trainer => trainer.Name)],
        },
        new("Lags", HyperparameterKind.WholeNumber, "0", "How many of the values before a step are used; 0 for one more than a season has, at most 25, or 8 without one.") { Minimum = 0, Maximum = 1000 },
        new("Window", HyperparameterKind.WholeNumber, "0", "Of how many values before a step the mean and the deviation are used too; 0 for none.") { Minimum = 0, Maximum = 1000 },
        new("Logarithm", HyperparameterKind.Choice, Auto, "Whether to work on logarithms, for series whose swings grow with their level.") { Choices = [Auto, True, False] },
        new("Difference", HyperparameterKind.Choice, Auto, "Whether to work on changes from step to step, for series without a fixed level.") { Choices = [Auto, True, False] },
    ];

    // The catalog lists this trainer too, so it is read only when somebody asks.
    private static IEnumerable<ITrainer> Regressors => TrainerCatalog.All.Where(trainer => trainer.Supports(ModelTask.Regression));

    /// <summary>The methods that a regression allows, logarithms of changes first.</summary>
    /// <param name="trainer">A trainer of regressions.</param>
    /// <param name="problem">The series.</param>
    internal static IReadOnlyList<LagMethod> Forms(ITrainer trainer, ForecastProblem problem) => Forms(trainer, problem, Auto, Auto, 0, 0);

    /// <inheritdoc/>
    private protected override IReadOnlyList<IReadOnlyList<IForecastMethod>> Candidates(ForecastProblem problem, HyperparameterValues values)
    {
        ITrainer trainer = TrainerCatalog.Find(values.Text("Regressor"), ModelTask.Regression, SourceLocation.None);
        LagRequirements.Check(trainer, problem, values, Regressors);
        return [Forms(trainer, problem, values.Text("Logarithm"), values.Text("Difference"), values.WholeNumber("Lags"), values.WholeNumber("Window"))];
    }

    private static LagMethod[] Forms(ITrainer trainer, ForecastProblem problem, string logarithm, string difference, int lags, int window)
    {
        bool[] logarithms = logarithm != Auto ? [logarithm == True] : problem.IsPositive ? [true, false] : [false];
        bool[] differences = difference != Auto ? [difference == True] : [true, false];
        LagForm[] forms = trainer is PoissonRegression ? [LagForm.Counts] : [.. logarithms.SelectMany(_ => differences, (first, second) => new LagForm(first, second))];
        return Array.ConvertAll(forms, form => new LagMethod(trainer, form, lags, window));
    }
}
