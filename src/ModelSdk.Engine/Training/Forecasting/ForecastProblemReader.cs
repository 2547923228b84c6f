using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Splits;
using ModelSdk.Runtime.Kernels;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Makes series on a regular grid of the training rows.</summary>
internal sealed class ForecastProblemReader
{
    private const int Named = 5;
    private readonly TrainingData data;
    private readonly IReadOnlyList<ContractColumn> features;
    private readonly List<string> notes = [];

    private ForecastProblemReader(TrainingData data)
    {
        this.data = data;
        this.features = data.Contract?.Features ?? [new ContractColumn(data.Columns[0].Name, "Time", ColumnRole.Time, ColumnKind.Numeric), .. data.Columns.Skip(1).Select(Group)];
    }

    /// <summary>Reads the rows.</summary>
    /// <param name="data">Features in the native form: the time, then what tells series apart.</param>
    /// <param name="values">The hyperparameters.</param>
    /// <param name="log">Gets what was left out or filled.</param>
    /// <exception cref="ModelBuildException">The times are not regular, or no series is long enough.</exception>
    public static GriddedProblem Read(TrainingData data, HyperparameterValues values, IEngineLog log) => new ForecastProblemReader(data).Read(values, log);

    private GriddedProblem Read(HyperparameterValues values, IEngineLog log)
    {
        int[] rows = this.LongEnough(log);
        SeriesTimes times = this.Times(rows);
        ForecastGrid grid = TimeGrid.Detect(times);
        ForecastSettings settings = ForecastSettings.Of(grid, times.IsDate, values);
        TimeSeries[] series = this.Series(times, grid, rows);
        this.notes.Insert(0, $"The times are {StepText.Of(grid.Step, grid.AnchorDay > 0, times.IsDate)} apart; a season has {Count.Of(settings.SeasonLength, "step")}, the horizon is {Count.Of(settings.Horizon, "step")}.");
        foreach (string note in this.notes)
        {
            log.Message(note);
        }

        ForecastProblem problem = new(series, series.Max(one => one.LastStep), settings.Horizon, settings.SeasonLength)
        {
            Periods = ForecastSettings.Periods(grid, times.IsDate),
            MaximumThreads = this.data.MaximumThreads,
            Seed = this.data.Seed,
        };
        return new GriddedProblem(problem, grid, this.notes);
    }

    private SeriesTimes Times(int[] rows) => SeriesTimes.Of(
        this.features,
        Array.ConvertAll(rows, row => this.data.Design.DenseRow(row)[0]),
        [.. Enumerable.Range(1, this.features.Count - 1).Select(column => Array.ConvertAll(rows, row => this.data.Design.DenseRow(row)[column]))],
        [.. this.data.Columns.Skip(1).Select(column => column.Categories)]);

    private int[] LongEnough(IEngineLog log)
    {
        int[] all = [.. Enumerable.Range(0, this.data.Design.Rows)];
        SeriesTimes times = this.Times(all);
        int[] sizes = new int[times.Keys.Count];
        Array.ForEach(times.SeriesOf, series => sizes[series]++);

        // A code of −1 stands for every category with fewer rows than the encoding wants, so it is no series.
        bool[] kept = [.. times.Keys.Select((key, series) => sizes[series] >= RollingOrigin.LeastValues && !key.Where((value, column) => value < 0 && this.data.Columns[column + 1].IsCategorical).Any())];
        int[] dropped = [.. Enumerable.Range(0, kept.Length).Where(series => !kept[series])];
        if (dropped.Length == kept.Length)
        {
            throw new ModelBuildException(
                ForecastDiagnostics.NoSeries,
                $"No series has {RollingOrigin.LeastValues} training values; the longest has {sizes.Max()}. Add rows, or check which columns have the role \"group\".",
                SourceLocation.None);
        }

        if (dropped.Length > 0)
        {
            string names = Quote.List([.. dropped.Take(Named).Select(series => times.Keys[series].Any(value => value < 0) ? "series with too few rows for a category" : times.Name(series))]);
            log.Report(
                ForecastDiagnostics.ShortSeries,
                $"{Count.Text(dropped.Length)} of {Count.Text(kept.Length)} series have fewer than {RollingOrigin.LeastValues} training values and are left out, so that their forecast is NaN: {names}.",
                SourceLocation.None);
        }

        return [.. all.Where(row => kept[times.SeriesOf[row]])];
    }

    private TimeSeries[] Series(SeriesTimes times, ForecastGrid grid, int[] rows)
    {
        TimeSeries[] series = [.. times.Order.GroupBy(row => times.SeriesOf[row]).Select(group => GapFilling.Fill(
            times.Keys[group.Key],
            times.Name(group.Key),
            [.. group.Select(row => grid.TryStep(times.Times[row], out long step) ? step : 0)],
            [.. group.Select(row => this.data.Target[rows[row]])]))];
        int filled = series.Sum(one => one.Values.Length) - rows.Length;
        if (filled > 0)
        {
            this.notes.Add($"{Count.Of(filled, "step")} without a value between others {(filled == 1 ? "is" : "are")} filled by linear interpolation for the fit.");
        }

        return series;
    }

    private static ContractColumn Group(Features.DesignColumn column, int index) =>
        new(column.Name, $"Group{index}", ColumnRole.Group, column.IsCategorical ? ColumnKind.Categorical : ColumnKind.Integer);
}
