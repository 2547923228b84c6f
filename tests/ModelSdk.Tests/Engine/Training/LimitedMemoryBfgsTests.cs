using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Tests.Engine.Training;

public sealed class LimitedMemoryBfgsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void Rosenbrocks_valley_is_followed_to_its_end(int count)
    {
        double[] start = [.. Enumerable.Range(0, count).Select(index => index % 2 == 0 ? -1.2 : 1.0)];
        MinimumResult result = new LimitedMemoryBfgs(new Rosenbrock(count), 500, 1e-9).Minimise(start, _ => { });
        Assert.True(result.Converged);
        Assert.All(result.Parameters, parameter => Assert.Equal(1, parameter, 1e-7));
    }

    [Fact]
    public void The_objective_never_rises()
    {
        List<ConvergencePoint> seen = [];
        MinimumResult result = new LimitedMemoryBfgs(new Rosenbrock(4), 500, 1e-9).Minimise([-1.2, 1, 3, -2], seen.Add);
        Assert.Equal(result.Convergence.Skip(1), seen);
        Assert.All(result.Convergence.Zip(result.Convergence.Skip(1)), pair => Assert.True(pair.Second.Objective <= pair.First.Objective * (1 + 1e-12)));
    }

    [Fact]
    public void It_stops_after_the_given_iterations_and_says_so()
    {
        MinimumResult result = new LimitedMemoryBfgs(new Rosenbrock(2), 3, 1e-9).Minimise([-1.2, 1], _ => { });
        Assert.False(result.Converged);
        Assert.Equal(3, result.Convergence[^1].Iteration);
    }

    [Fact]
    public void A_start_at_the_minimum_stays_there()
    {
        MinimumResult result = new LimitedMemoryBfgs(new Rosenbrock(2), 3, 1e-9).Minimise([1, 1], _ => { });
        Assert.True(result.Converged);
        Assert.Equal([1.0, 1.0], result.Parameters);
    }

    private sealed class Rosenbrock(int count) : IObjective
    {
        public int Count => count;

        public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
        {
            double value = 0;
            for (int index = 0; index < count; index += 2)
            {
                double valley = parameters[index + 1] - (parameters[index] * parameters[index]);
                double slope = 1 - parameters[index];
                value += (100 * valley * valley) + (slope * slope);
                gradient[index] = (-400 * valley * parameters[index]) - (2 * slope);
                gradient[index + 1] = 200 * valley;
            }

            return value;
        }
    }
}
