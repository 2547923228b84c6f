using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Tests.Engine.Training.Optimisation;

public sealed class ValleyTests
{
    // Rosenbrock's valley, (1 − x)² + 10 (y − x²)², is curved and flat at its floor: descent gets there slowly, but it gets there.
    [Theory]
    [InlineData("LBFGS", 0, false)]
    [InlineData("GradientDescent", 0, false)]
    [InlineData("GradientDescent", 0.9, false)]
    [InlineData("GradientDescent", 0.9, true)]
    [InlineData("SGD", 0.9, true)]
    [InlineData("Adam", 0, false)]
    public void A_curved_valley_is_followed_to_its_end(string name, double momentum, bool nesterov)
    {
        OptimiserSettings settings = new()
        {
            FittedRows = [0],
            Rate = new LearningRateSchedule(name == "Adam" ? 0.02 : 0.004),
            Momentum = momentum,
            Nesterov = nesterov,
            MaximumIterations = 20_000,
            Epochs = 20_000,
            Patience = 20_000,
            Tolerance = 1e-8,
        };
        MinimumResult result = Optimisers.Minimise(name, new Valley(), settings, [-1.2, 1], new RecordingLog(), CancellationToken.None);
        Assert.Equal(1, result.Parameters[0], 1e-4);
        Assert.Equal(1, result.Parameters[1], 1e-4);
    }

    [Fact]
    public void Momentum_needs_fewer_iterations_than_plain_descent()
    {
        int Iterations(double momentum) => Optimisers.Minimise(
            Optimisers.GradientDescent,
            new Valley(),
            new OptimiserSettings { Rate = new LearningRateSchedule(0.002), Momentum = momentum, MaximumIterations = 100_000 },
            [-1.2, 1],
            new RecordingLog(),
            CancellationToken.None).Iterations;
        Assert.True(Iterations(0.9) * 4 < Iterations(0));
    }

    private sealed class Valley : IBatchObjective
    {
        public int Count => 2;

        public int RowCount => 1;

        public double EvaluateRows(ReadOnlySpan<double> parameters, ReadOnlySpan<int> rows, Span<double> gradient) => this.Evaluate(parameters, gradient);

        public double EvaluateLoss(ReadOnlySpan<double> parameters, ReadOnlySpan<int> rows) => this.Evaluate(parameters, new double[this.Count]);

        public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
        {
            double height = parameters[1] - (parameters[0] * parameters[0]);
            double left = 1 - parameters[0];
            gradient[0] = (-40 * height * parameters[0]) - (2 * left);
            gradient[1] = 20 * height;
            return (10 * height * height) + (left * left);
        }
    }
}
