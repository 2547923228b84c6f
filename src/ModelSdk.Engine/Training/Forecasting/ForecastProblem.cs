using ModelSdk.Engine.Splits;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>What is to be forecast: the steps after the last step of any series, for all series.</summary>
/// <param name="Series">At least one.</param>
/// <param name="LastStep">The last step of any series.</param>
/// <param name="Horizon">How many steps after the last one, at least 1.</param>
/// <param name="SeasonLength">How many steps a season has; 1 for none.</param>
internal sealed record ForecastProblem(IReadOnlyList<TimeSeries> Series, long LastStep, int Horizon, int SeasonLength)
{
    /// <summary>Longer periods than the season that the calendar suggests, in steps: a year for days, a week for hours.</summary>
    public IReadOnlyList<double> Periods { get; init; } = [];

    /// <summary>How many threads may work at a time.</summary>
    public int MaximumThreads { get; init; } = 1;

    /// <summary>What random choices are drawn from.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The length of the longest series.</summary>
    public int Longest => this.Series.Max(series => series.Values.Length);

    /// <summary>Whether every value of every series is above 0.</summary>
    public bool IsPositive => this.Series.All(series => Array.TrueForAll(series.Values, value => value > 0));

    /// <summary>How many steps of a series are to be forecast: those to the last step of any series, then the horizon.</summary>
    /// <param name="series">One of <see cref="Series"/>.</param>
    public int StepsAfter(TimeSeries series) => (int)(this.LastStep - series.LastStep) + this.Horizon;

    /// <summary>The problem as it was at an earlier step: what came later is not known. Null where no series had enough values.</summary>
    /// <param name="origin">The last known step.</param>
    public ForecastProblem? Until(long origin)
    {
        TimeSeries[] known =
        [
            .. this.Series.Where(series => origin - series.FirstStep + 1 >= RollingOrigin.LeastValues)
                .Select(series => series with { Values = series.Values[..(int)Math.Min(series.Values.Length, origin - series.FirstStep + 1)] }),
        ];
        return known.Length == 0 ? null : this with { Series = known, LastStep = known.Max(series => series.LastStep) };
    }

    /// <summary>The problem with at most so many series, evenly chosen.</summary>
    /// <param name="most">At least 1.</param>
    public ForecastProblem Sample(int most) => this.Series.Count <= most
        ? this
        : this with { Series = [.. Enumerable.Range(0, most).Select(index => this.Series[(int)((long)index * this.Series.Count / most)])] };
}
