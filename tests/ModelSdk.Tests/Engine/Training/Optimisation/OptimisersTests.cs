using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Tests.Engine.Training.Optimisation;

public sealed class OptimisersTests
{
    private static readonly Quadratic Bowl = new([1, 4], [1, 2], [3, -2], [2, 6], [0, 2]);

    public static TheoryData<string> Names => [.. Optimisers.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_optimiser_finds_the_mean_that_minimises_a_quadratic(string name)
    {
        MinimumResult result = Minimise(name, Bowl, Settings(4) with
        {
            Rate = new LearningRateSchedule(0.1) { Kind = name == Optimisers.Adam ? ScheduleKind.Cosine : ScheduleKind.Constant, TotalEpochs = 500 },
            Epochs = 500,
            MinimumImprovement = 0,
            Patience = 500,
        });
        Assert.Equal(1.5, result.Parameters[0], 1e-5);
        Assert.Equal(2, result.Parameters[1], 1e-5);
    }

    [Fact]
    public void Gradient_descent_contracts_by_one_minus_rate_times_curvature()
    {
        Quadratic objective = new([1, 2], [0, 0]);
        MinimumResult result = Minimise(Optimisers.GradientDescent, objective, Settings(1) with { Rate = new LearningRateSchedule(0.25), MaximumIterations = 3 }, [64, 64]);
        Assert.Equal([64 * 0.75 * 0.75 * 0.75, 64 * 0.5 * 0.5 * 0.5], result.Parameters);
        Assert.Equal([6144, 2176, 904, 428], result.Convergence.Select(point => Math.Floor(point.Objective)));
        Assert.False(result.Converged);
        Assert.Equal(3, result.Iterations);
    }

    [Fact]
    public void An_epoch_goes_once_through_the_rows_and_another_epoch_in_another_order()
    {
        Quadratic objective = new([1], [.. Enumerable.Range(0, 50).Select(row => new double[] { row })]);
        Minimise(Optimisers.StochasticGradientDescent, objective, Settings(50) with { BatchSize = 8, Epochs = 2 }, [0]);
        int[][] batches = [.. objective.Batches.Skip(1)];
        Assert.Equal([8, 8, 8, 8, 8, 8, 2, 8, 8, 8, 8, 8, 8, 2], batches.Select(batch => batch.Length));
        int[] first = [.. batches.Take(7).SelectMany(batch => batch)];
        int[] second = [.. batches.Skip(7).SelectMany(batch => batch)];
        Assert.Equal(Enumerable.Range(0, 50), first.Order());
        Assert.Equal(Enumerable.Range(0, 50), second.Order());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void The_seed_decides_the_order_of_rows()
    {
        Quadratic objective = new([1], [.. Enumerable.Range(0, 50).Select(row => new double[] { row })]);
        OptimiserSettings settings = Settings(50) with { BatchSize = 8, Epochs = 1 };
        double[] Run(long seed) => Minimise(Optimisers.Adam, objective, settings with { Seed = seed }, [0]).Parameters;
        Assert.Equal(Run(7), Run(7));
        Assert.NotEqual(Run(7), Run(8));
    }

    [Fact]
    public void The_mean_of_the_iterates_comes_closer_than_the_last_one()
    {
        Quadratic objective = new([1], [.. Enumerable.Range(0, 64).Select(row => new double[] { row % 2 == 0 ? 1 : -1 })]);
        OptimiserSettings settings = Settings(64) with { BatchSize = 1, Epochs = 20, Rate = new LearningRateSchedule(0.5), MinimumImprovement = 0, Patience = 20 };
        double last = Minimise(Optimisers.StochasticGradientDescent, objective, settings, [0]).Parameters[0];
        double mean = Minimise(Optimisers.StochasticGradientDescent, objective, settings with { AverageIterates = true }, [0]).Parameters[0];
        Assert.InRange(Math.Abs(mean), 0, 0.1);
        Assert.True(Math.Abs(mean) < Math.Abs(last));
    }

    [Theory]
    [InlineData("GradientDescent")]
    [InlineData("SGD")]
    public void Too_long_steps_are_an_error_that_says_which_rate_to_try(string name)
    {
        Quadratic steep = new([100], [1], [2]);
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Minimise(name, steep, Settings(2) with { Rate = new LearningRateSchedule(0.5) }, [0]));
        Assert.Equal(OptimisationDiagnostics.Diverged, exception.Diagnostic);
        Assert.Contains("LearningRate was 0.5: try 0.05.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_objective_that_is_not_finite_at_the_start_is_an_error(string name)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => Minimise(name, new Quadratic([1], [double.NaN]), Settings(1), [0]));
        Assert.Equal(OptimisationDiagnostics.Diverged, exception.Diagnostic);
        Assert.Contains("rescale", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Early_stopping_keeps_the_point_that_is_best_on_the_validation_rows(string name)
    {
        // The fitted rows pull to 10, the validation row lies at 4 on the way.
        Quadratic objective = new([1], [10], [10], [4]);
        OptimiserSettings settings = Settings(3) with { FittedRows = [0, 1], ValidationRows = [2], BatchSize = 2, Rate = new LearningRateSchedule(0.125), Patience = 3 };
        MinimumResult result = Minimise(name, objective, settings, [0]);
        Assert.Equal(result.ValidationConvergence.MinBy(point => point.Objective)!.Iteration, result.BestIteration);
        Assert.Equal(result.ValidationConvergence.Min(point => point.Objective), objective.EvaluateLoss(result.Parameters, [2]));
        Assert.Equal((double)result.BestIteration!, result.Figures["BestIteration"]);
        Assert.InRange(result.Iterations, result.BestIteration.Value, result.BestIteration.Value + 3);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cancelled_training_stops(string name)
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Optimisers.Minimise(name, Bowl, Settings(4), [0, 0], new RecordingLog(), source.Token));
    }

    [Fact]
    public void A_long_curve_is_thinned_the_same_way_always_and_keeps_its_ends()
    {
        MinimumResult result = Minimise(Optimisers.GradientDescent, Bowl, Settings(4) with { Rate = new LearningRateSchedule(1e-4), MaximumIterations = 4321, Tolerance = 0 });
        Assert.InRange(result.Convergence.Count, 500, ConvergenceCurve.Capacity + 1);
        Assert.Equal((0, 4321), (result.Convergence[0].Iteration, result.Convergence[^1].Iteration));
        Assert.All(result.Convergence.SkipLast(1), point => Assert.Equal(0, point.Iteration % 8));
    }

    [Fact]
    public void Without_improvement_SGD_stops_by_itself()
    {
        MinimumResult result = Minimise(Optimisers.StochasticGradientDescent, Bowl, Settings(4) with { Rate = new LearningRateSchedule(0.2), BatchSize = 4, Epochs = 1000, Patience = 5 });
        Assert.True(result.Converged);
        Assert.InRange(result.Iterations, 6, 100);
    }

    private static OptimiserSettings Settings(int rows) => new() { FittedRows = [.. Enumerable.Range(0, rows)], BatchSize = 4 };

    private static MinimumResult Minimise(string name, Quadratic objective, OptimiserSettings settings, double[]? start = null) =>
        Optimisers.Minimise(name, objective, settings, start ?? [0, 0], new RecordingLog(), CancellationToken.None);
}
