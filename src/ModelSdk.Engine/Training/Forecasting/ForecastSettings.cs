using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime.Kernels;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>How far a forecast looks ahead, and how many steps its season has.</summary>
/// <param name="Horizon">Steps after the last training time, at least 1.</param>
/// <param name="SeasonLength">Steps of a season; 1 for none.</param>
public sealed record ForecastSettings(int Horizon, int SeasonLength)
{
    /// <summary>The hyperparameter of the horizon.</summary>
    internal const string HorizonName = "Horizon";

    /// <summary>The hyperparameter of the season.</summary>
    internal const string SeasonLengthName = "SeasonLength";

    private const int HorizonWithoutSeason = 5;
    private const int MostStepsOfDay = 144;
    private const double StepsTolerance = 1e-6;

    /// <summary>The hyperparameters that every trainer of forecasts has.</summary>
    internal static IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        new(HorizonName, HyperparameterKind.WholeNumber, "0", "How many steps after the last training time are forecast; 0 for one season, or 5 where there is none.")
        {
            Minimum = 0, Maximum = 100_000,
        },
        new(SeasonLengthName, HyperparameterKind.WholeNumber, "0", "How many steps a season has, 1 for none; 0 for what the step suggests: 12 months, 4 quarters, 52 weeks, 7 days, 24 hours, else 1.")
        {
            Minimum = 0, Maximum = 100_000,
        },
    ];

    /// <summary>The settings for a table: what is 0 comes from the step of its times.</summary>
    /// <param name="table">All rows, training and test rows.</param>
    /// <param name="contract">A contract of a forecast.</param>
    /// <param name="values">The hyperparameters of a trainer of forecasts.</param>
    /// <exception cref="ModelBuildException">The times are not regular.</exception>
    public static ForecastSettings Of(DataTable table, ModelContract contract, HyperparameterValues values)
    {
        SeriesTimes times = SeriesTimes.Of(table, contract, [.. Enumerable.Range(0, table.RowCount)]);
        return Of(TimeGrid.Detect(times), times.IsDate, values);
    }

    /// <summary>The settings for a grid.</summary>
    internal static ForecastSettings Of(ForecastGrid grid, bool date, HyperparameterValues values)
    {
        int season = values.WholeNumber(SeasonLengthName) is > 0 and int chosen ? chosen : Season(grid, date);
        int horizon = values.WholeNumber(HorizonName) is > 0 and int steps ? steps : season > 1 ? season : HorizonWithoutSeason;
        return new ForecastSettings(horizon, season);
    }

    /// <summary>Longer periods than the season, in steps: a year for a day, a week for parts of a day.</summary>
    internal static IReadOnlyList<double> Periods(ForecastGrid grid, bool date) =>
        !date || grid.AnchorDay > 0 ? [] : grid.Step <= 0.5 ? [7 / grid.Step] : grid.Step == 1 ? [365.2425] : [];

    private static int Season(ForecastGrid grid, bool date)
    {
        if (grid.AnchorDay > 0)
        {
            return 12 % grid.Step == 0 ? (int)(12 / grid.Step) : 1;
        }

        double stepsOfDay = 1 / grid.Step;
        bool dividesDay = Math.Abs(stepsOfDay - Math.Round(stepsOfDay)) < StepsTolerance * stepsOfDay;
        return !date ? 1 : grid.Step == 7 ? 52 : grid.Step == 1 ? 7 : grid.Step < 1 && dividesDay && stepsOfDay <= MostStepsOfDay + 0.5 ? (int)Math.Round(stepsOfDay) : 1;
    }
}
