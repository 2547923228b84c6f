using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Splits;
using ModelSdk.Engine.Training.Forecasting;
using ModelSdk.Tests.Engine.Training.Forecasting;

namespace ModelSdk.Tests.Engine.Evaluation;

public sealed class ForecastMetricsTests
{
    [Fact]
    public void Errors_are_measured_in_units_of_each_rows_naive_error()
    {
        EvaluationInput input = new(ModelTask.Forecasting, [10, 20, 30], [12, 19, 33]) { NaiveErrors = [4, 2, 1] };
        ModelEvaluation evaluation = Evaluator.Evaluate(input, [6.0, 20, 31]);
        Assert.Equal((0.5 + 0.5 + 3) / 3, evaluation.Metrics.Find("Mase")!.Value, 14);
        Assert.Equal((1.0 + 0 + 1) / 3, evaluation.Naive.Find("Mase")!.Value, 14);
    }

    [Theory]
    [InlineData(false, "not known")]
    [InlineData(true, "no error")]
    public void Without_a_naive_error_the_metric_is_undefined(bool known, string reason)
    {
        EvaluationInput input = new(ModelTask.Forecasting, [10, 20], [12, 19]) { NaiveErrors = known ? [0, double.NaN] : null };
        Assert.Contains(reason, Evaluator.Metrics(input).Undefined.Single(pair => pair.Key == "Mase").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_naive_error_comes_from_the_training_rows_of_the_rows_series()
    {
        SeriesTable table = SeriesTable.Of(
            [.. SeriesTable.Months(8), .. SeriesTable.Months(8)], [1, 2, 4, 7, 11, 16, 100, 100, 5, 5, 5, 9, 5, 5, 100, 100], [.. Enumerable.Repeat("A", 8), .. Enumerable.Repeat("B", 8)]);
        RowSplit fold = Assert.Single(RollingOrigin.Folds(table.Table, table.Contract, 2, 1, default));
        Assert.Equal([3, 3, 1.6, 1.6], SeasonalNaiveErrors.Of(table.Table, table.Contract, fold, 1));

        // |4−1|, |7−2|, |11−4|, |16−7| and |5−5|, |9−5|, |5−5|, |5−9|.
        Assert.Equal([6, 6, 2, 2], SeasonalNaiveErrors.Of(table.Table, table.Contract, fold, 2));
    }
}
