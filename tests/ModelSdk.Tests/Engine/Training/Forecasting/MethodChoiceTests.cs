using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Forecasting;

namespace ModelSdk.Tests.Engine.Training.Forecasting;

public sealed class MethodChoiceTests
{
    private const int Values = 60;
    private const int Horizon = 5;

    // Eight origins, 5 steps apart. The best method is off by 1 to 3, so that its mean error has a standard error.
    private static readonly Off Best = new("best", step => 1 + (step / Horizon % 3));

    private static readonly ForecastProblem Problem = new([new TimeSeries([], "the series", 0, [.. Enumerable.Range(0, Values).Select(Value)])], Values - 1, Horizon, 1);

    [Theory]
    [InlineData(0, "simple")]
    [InlineData(0.2, "simple")]
    [InlineData(0.9, "best")]
    public void A_simpler_kind_is_kept_where_it_is_worse_by_at_most_one_standard_error(double worse, string expected)
    {
        MethodChoice choice = Choose([new Off("simple", step => Best.Error(step) + worse)], [Best]);
        Assert.Equal(expected, choice.Method.Description);
    }

    [Fact]
    public void Of_one_kind_the_least_error_is_taken_however_close() =>
        Assert.Equal("best", Choose([new Off("close", step => Best.Error(step) + 0.001), Best]).Method.Description);

    [Fact]
    public void The_reason_names_the_rule_the_figures_and_what_was_passed_over()
    {
        MethodChoice choice = Choose([new Off("simple", step => Best.Error(step) + 0.2)], [Best]);
        string note = Assert.Single(choice.Notes);
        Assert.StartsWith("Method: simple, the simplest kind whose mean absolute scaled error (", note, StringComparison.Ordinal);
        Assert.Contains("is within one standard error (", note, StringComparison.Ordinal);
        Assert.Contains("on 5 steps after each of 8 origins in the training rows; others: best ", note, StringComparison.Ordinal);
        Assert.Equal(8, choice.Figures["TrialOrigins"]);
    }

    [Fact]
    public void A_method_that_fails_is_not_taken_while_another_does_not() =>
        Assert.Equal("best", Choose([new Off("failing", _ => double.NaN)], [new Off("endless", _ => double.PositiveInfinity), Best]).Method.Description);

    [Fact]
    public void Without_an_origin_to_try_the_first_is_taken_and_that_is_said()
    {
        ForecastProblem brief = Problem with { Series = [Problem.Series[0] with { Values = Problem.Series[0].Values[..7] }], LastStep = 6 };
        MethodChoice choice = MethodChoice.Of([[new Off("first", _ => 9)], [Best]], brief, SilentLog.Instance, CancellationToken.None);
        Assert.Equal("first", choice.Method.Description);
        Assert.Contains("too short", Assert.Single(choice.Notes), StringComparison.Ordinal);
    }

    private static MethodChoice Choose(params IReadOnlyList<IForecastMethod>[] groups) => MethodChoice.Of(groups, Problem, SilentLog.Instance, CancellationToken.None);

    private static double Value(int step) => 10 + (step * 7 % 5);

    /// <summary>Knows the truth and is off by a given error.</summary>
    private sealed class Off(string name, Func<long, double> error) : IForecastMethod
    {
        public string Description => name;

        public double Error(long step) => error(step);

        public IReadOnlyList<double[]> Forecast(ForecastProblem problem, CancellationToken cancellation) =>
            [.. problem.Series.Select(series => Enumerable.Range((int)series.LastStep + 1, problem.StepsAfter(series)).Select(step => Value(step) + error(step)).ToArray())];
    }
}
