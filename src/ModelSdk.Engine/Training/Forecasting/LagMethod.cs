namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>
/// One regression for all series, from earlier values and the calendar to the value of a step. Steps after the end are forecast one after the other,
/// each from the forecasts before it. A series without enough values for the lags repeats its last season.
/// </summary>
/// <param name="trainer">A trainer of regressions.</param>
/// <param name="form">In which form it sees the values.</param>
/// <param name="lags">How many lags; 0 for the usual ones.</param>
/// <param name="window">How many values the rolling mean and deviation are of; 0 for none.</param>
internal sealed class LagMethod(ITrainer trainer, LagForm form, int lags, int window) : IForecastMethod
{
    /// <inheritdoc/>
    public string Description => $"LagRegression ({trainer.Name}{form.Description})";

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Forecast(ForecastProblem problem, CancellationToken cancellation)
    {
        LagLayout layout = LagLayout.Of(problem, lags, window);
        LagSeries[] series = [.. problem.Series.Select(one => new LagSeries(one, form))];
        int rows = series.Sum(one => Math.Max(0, one.Values.Length - layout.History));
        if (rows < 2)
        {
            return new SeasonalNaiveMethod().Forecast(problem, cancellation);
        }

        LagRegressor regressor = this.Fit(layout, series, rows, problem, cancellation);
        return [.. series.Select((one, index) => Continue(one, problem.Series[index], layout, regressor, problem))];
    }

    private LagRegressor Fit(LagLayout layout, LagSeries[] series, int rows, ForecastProblem problem, CancellationToken cancellation)
    {
        double[][] columns = [.. layout.Names.Select(_ => new double[rows])];
        double[] target = new double[rows];
        double[] numbers = new double[columns.Length];
        int row = 0;
        foreach (LagSeries one in series)
        {
            for (int t = layout.History; t < one.Values.Length; t++, row++)
            {
                layout.Write(one.Values.AsSpan(0, t), one.FirstStep + t, numbers);
                for (int column = 0; column < numbers.Length; column++)
                {
                    columns[column][row] = numbers[column];
                }

                target[row] = one.Targets[t];
            }
        }

        return LagRegressor.Fit(trainer, layout.Names, columns, target, problem, cancellation);
    }

    private static double[] Continue(LagSeries series, TimeSeries original, LagLayout layout, LagRegressor regressor, ForecastProblem problem)
    {
        int steps = problem.StepsAfter(original);
        int known = series.Values.Length;
        if (known < layout.History)
        {
            return SeasonalNaiveMethod.Repeat(original.Values, problem.SeasonLength, steps);
        }

        double[] values = [.. series.Values, .. new double[steps]];
        double[] numbers = new double[layout.Names.Count];
        for (int t = known; t < values.Length; t++)
        {
            layout.Write(values.AsSpan(0, t), series.FirstStep + t, numbers);
            values[t] = series.Lag(regressor.Predict(numbers));
        }

        return series.Restore(values[known..]);
    }
}
