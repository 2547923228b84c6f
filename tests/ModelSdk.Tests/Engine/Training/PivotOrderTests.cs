using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear.LeastSquares;

namespace ModelSdk.Tests.Engine.Training;

/// <summary>Least squares with a feature of many categories, whose indicators are eliminated first.</summary>
public sealed class PivotOrderTests
{
    private const int Rows = 4000;

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 0)]
    [InlineData(true, 3)]
    public void Eliminating_indicators_first_gives_the_solution_of_the_natural_order(bool intercept, double penalty)
    {
        LeastSquaresProblem problem = new(Data(FeatureForm.IndicatorsWithReference), intercept, penalty);
        Assert.NotEqual(0, PivotOrder.For(problem).Constant);
        LeastSquaresFit rounded = LeastSquaresSolver.Rounded(problem, CancellationToken.None)!;
        LeastSquaresFit exact = LeastSquaresSolver.Exact(problem, CancellationToken.None);
        Assert.Equal(exact.Intercept, rounded.Intercept, 1e-11);
        Assert.All(exact.Coefficients.Zip(rounded.Coefficients), pair => Assert.Equal(pair.First, pair.Second, 1e-11));
        Assert.Equal(exact.Statistics.Select(row => row.Name), rounded.Statistics.Select(row => row.Name));
        Assert.All(exact.Statistics.Zip(rounded.Statistics), pair => Assert.Equal(pair.First.StandardError, pair.Second.StandardError, 1e-9));
    }

    [Fact]
    public void Indicators_that_add_up_to_the_constant_leave_it_without_a_pivot_and_the_exact_solver_goes_on()
    {
        LeastSquaresProblem problem = new(Data(FeatureForm.Indicators), true, 0);
        Assert.Null(LeastSquaresSolver.Rounded(problem, CancellationToken.None));
        LeastSquaresFit fit = LeastSquaresSolver.Solve(problem, CancellationToken.None);
        Assert.True(fit.IsExact);
        Assert.NotEmpty(fit.Dependent);
    }

    [Fact]
    public void Sorting_and_restoring_are_inverse_and_the_label_stays_last()
    {
        LeastSquaresProblem problem = new(Data(FeatureForm.IndicatorsWithReference), true, 0);
        PivotOrder order = PivotOrder.For(problem);
        int count = problem.Width + 1;
        DoubleDouble[] values = [.. Enumerable.Range(0, count).Select(column => (DoubleDouble)column)];
        DoubleDouble[] sorted = order.Sort(values);
        Assert.Equal(Enumerable.Range(0, count).Select(order.ColumnAt), sorted.Select(value => (int)value.ToDouble()));
        DoubleDouble[] restored = new DoubleDouble[count];
        order.Restore(sorted, restored);
        Assert.Equal(values, restored);
        Assert.Equal(count, order.PlaceOf(count));
    }

    private static TrainingData Data(FeatureForm form) => LinearProblems.Data(
        new TestTable(ModelTask.Regression)
            .Category("shop", Enumerable.Range(0, Rows).Select(row => $"s{row * 7919 % 97}"))
            .Category("day", Enumerable.Range(0, Rows).Select(row => $"d{row % 7}"))
            .Number("x", Enumerable.Range(0, Rows).Select(row => row * 31 % 113 / 10.0))
            .Number("y", Enumerable.Range(0, Rows).Select(row => (row * 7919 % 97 % 10) + (row % 7) + (row * 31 % 113 / 20.0) + (row * 17 % 29 / 7.0)), ColumnRole.Label),
        form);
}
