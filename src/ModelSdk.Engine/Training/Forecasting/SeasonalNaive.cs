namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>
/// The value of one season ago: ŷ(T+h) = y(T+h−m·⌈h/m⌉), with m steps a season; without a season the last value. What any other forecast has to
/// beat (Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", 3rd edition, §5.2).
/// </summary>
public sealed class SeasonalNaive : ForecastTrainer
{
    /// <inheritdoc/>
    public override string Name => "SeasonalNaive";

    /// <inheritdoc/>
    public override int Revision => 1;

    /// <inheritdoc/>
    private protected override IReadOnlyList<IReadOnlyList<IForecastMethod>> Candidates(ForecastProblem problem, HyperparameterValues values) => [[new SeasonalNaiveMethod()]];
}
