namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>What a regression knows of the values before a step and of the step's place in the calendar.</summary>
internal sealed class LagLayout
{
    private const int LongSeason = 24;
    private const int RecentLags = 7;
    private const int LagsWithoutSeason = 8;
    private const int RowsPerColumn = 5;
    private readonly IReadOnlyList<int> lags;
    private readonly IReadOnlyList<int> windows;
    private readonly IReadOnlyList<Harmonics> harmonics;

    private LagLayout(IReadOnlyList<int> lags, IReadOnlyList<int> windows, IReadOnlyList<Harmonics> harmonics)
    {
        this.lags = lags;
        this.windows = windows;
        this.harmonics = harmonics;
        this.History = lags.Concat(windows).Max();
        this.Names =
        [
            .. lags.Select(lag => FormattableString.Invariant($"lag {lag}")),
            .. windows.SelectMany(window => new[] { FormattableString.Invariant($"mean of {window}"), FormattableString.Invariant($"deviation of {window}") }),
            .. harmonics.SelectMany(one => one.Names),
        ];
    }

    /// <summary>How many earlier values a step needs.</summary>
    public int History { get; }

    /// <summary>The names of the numbers, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>
    /// The layout for a problem. Lags: one season and one step more, up to a season of 24; for longer ones the last 7, and those around one season.
    /// Lags that would leave less than two thirds of the longest series to learn from are left out, as are harmonics that would leave fewer than five
    /// of its rows for each column.
    /// </summary>
    /// <param name="problem">The series.</param>
    /// <param name="lags">How many lags; 0 for those above.</param>
    /// <param name="window">How many values the rolling mean and deviation are of; 0 for none.</param>
    public static LagLayout Of(ForecastProblem problem, int lags, int window)
    {
        int season = problem.SeasonLength;
        int most = Math.Max(1, problem.Longest / 3);
        int recent = lags > 0 ? lags : season < 2 ? LagsWithoutSeason : season <= LongSeason ? season + 1 : RecentLags;
        int[] around = season > LongSeason ? [season - 1, season, season + 1] : season > 1 ? [season] : [];
        int[] chosen = [.. Enumerable.Range(1, Math.Min(recent, most)).Union(around.Where(lag => lag <= most))];
        LagLayout layout = new(chosen, window > 0 && window <= most ? [window] : [], []);
        foreach (double period in problem.Periods.Prepend(season).Where(period => period > 1 && 2 * period <= problem.Longest))
        {
            LagLayout seasonal = new(layout.lags, layout.windows, [.. layout.harmonics, Harmonics.Of(period)]);
            layout = problem.Longest - seasonal.History >= RowsPerColumn * seasonal.Names.Count ? seasonal : layout;
        }

        return layout;
    }

    /// <summary>Writes the numbers of a step.</summary>
    /// <param name="before">The values before the step, at least <see cref="History"/>.</param>
    /// <param name="step">The step.</param>
    /// <param name="destination">Gets one number for each of <see cref="Names"/>.</param>
    public void Write(ReadOnlySpan<double> before, long step, Span<double> destination)
    {
        int place = 0;
        foreach (int lag in this.lags)
        {
            destination[place++] = before[^lag];
        }

        foreach (int window in this.windows)
        {
            (destination[place], destination[place + 1]) = Moments(before[^window..]);
            place += 2;
        }

        foreach (Harmonics one in this.harmonics)
        {
            one.Write(step, destination[place..]);
            place += one.Width;
        }
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        double mean = sum / values.Length;
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, Math.Sqrt(squares / values.Length));
    }
}
