using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>
/// Exponential smoothing with trend and season (Holt 1957, Winters 1960; Gardner and McKenzie 1985 for the damped trend), each series by itself.
/// What is left to <c>Auto</c> is chosen by rolling origin inside the training rows.
/// </summary>
public sealed class HoltWinters : ForecastTrainer
{
    private const string Auto = "Auto";

    /// <inheritdoc/>
    public override string Name => "HoltWinters";

    /// <inheritdoc/>
    public override int Revision => 2;

    /// <inheritdoc/>
    private protected override IReadOnlyList<HyperparameterDefinition> OwnHyperparameters { get; } =
    [
        new("Trend", HyperparameterKind.Choice, Auto, "How the level moves on.") { Choices = [Auto, .. Enum.GetNames<TrendForm>()] },
        new("Season", HyperparameterKind.Choice, Auto, "How the season acts on the level.") { Choices = [Auto, .. Enum.GetNames<SeasonForm>()] },
    ];

    /// <summary>Every form that a problem allows, the one for series too short to choose by first: no trend, an additive season.</summary>
    /// <param name="problem">The series.</param>
    internal static IReadOnlyList<SmoothingMethod> Forms(ForecastProblem problem) => Forms(problem, Auto, Auto);

    /// <inheritdoc/>
    private protected override IReadOnlyList<IReadOnlyList<IForecastMethod>> Candidates(ForecastProblem problem, HyperparameterValues values)
    {
        string season = values.Text("Season");
        if (season == nameof(SeasonForm.Multiplicative) && problem.Series.FirstOrDefault(series => series.Values.Any(value => !(value > 0))) is { } series)
        {
            throw new ModelBuildException(
                ForecastDiagnostics.NotPositive,
                $"Season is Multiplicative, but {series.Name} has a value that is 0 or less; set Season to Additive or Auto.",
                SourceLocation.None);
        }

        return [Forms(problem, values.Text("Trend"), season)];
    }

    private static SmoothingMethod[] Forms(ForecastProblem problem, string trend, string season)
    {
        SeasonForm[] possible = problem.SeasonLength < 2 || problem.Longest < 2 * problem.SeasonLength ? [SeasonForm.None]
            : problem.IsPositive ? [SeasonForm.Additive, SeasonForm.Multiplicative, SeasonForm.None]
            : [SeasonForm.Additive, SeasonForm.None];
        SeasonForm[] seasons = season == Auto ? possible : [Enum.Parse<SeasonForm>(season)];
        TrendForm[] trends = trend == Auto ? Enum.GetValues<TrendForm>() : [Enum.Parse<TrendForm>(trend)];
        return [.. trends.SelectMany(_ => seasons, (first, second) => new SmoothingMethod(new SmoothingForm(first, second)))];
    }
}
