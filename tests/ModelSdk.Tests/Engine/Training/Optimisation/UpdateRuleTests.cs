using CsCheck;
using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Tests.Engine.Training.Optimisation;

public sealed class UpdateRuleTests
{
    // All numbers are sums of a few powers of two, so that the steps by hand are exact.
    [Fact]
    public void Plain_descent_subtracts_the_rate_times_the_gradient()
    {
        double[] point = [1, -2];
        MomentumRule rule = new(2, new OptimiserSettings());
        rule.Apply(point, [4, -8], 0.25);
        Assert.Equal([0, 0], point);
        rule.Apply(point, [2, 1], 0.5);
        Assert.Equal([-1, -0.5], point);
    }

    [Fact]
    public void Momentum_keeps_its_share_of_the_last_step()
    {
        double[] point = [0];
        MomentumRule rule = new(1, new OptimiserSettings { Momentum = 0.5 });
        rule.Apply(point, [1], 0.5); // v = −½
        Assert.Equal([-0.5], point);
        rule.Apply(point, [1], 0.5); // v = −¼ − ½ = −¾
        Assert.Equal([-1.25], point);
        rule.Apply(point, [-1], 0.5); // v = −⅜ + ½ = ⅛
        Assert.Equal([-1.125], point);
    }

    [Fact]
    public void Nesterov_looks_one_step_ahead()
    {
        double[] point = [0];
        MomentumRule rule = new(1, new OptimiserSettings { Momentum = 0.5, Nesterov = true });
        rule.Apply(point, [1], 0.5); // v = −½, step ½ · −½ − ½ = −¾
        Assert.Equal([-0.75], point);
        rule.Apply(point, [1], 0.5); // v = −¾, step −⅜ − ½ = −⅞
        Assert.Equal([-1.625], point);
    }

    [Fact]
    public void The_first_step_of_Adam_is_the_rate_against_the_sign_of_the_gradient()
    {
        double[] point = [0, 0, 0];
        AdamRule rule = new(3, new OptimiserSettings { Beta1 = 0.5, Beta2 = 0.75, Epsilon = 0 });
        rule.Apply(point, [4, -0.5, 16], 0.25); // m̂ = g, v̂ = g²
        Assert.Equal([-0.25, 0.25, -0.25], point);
    }

    [Fact]
    public void The_second_step_of_Adam_corrects_both_means()
    {
        double[] point = [0];
        AdamRule rule = new(1, new OptimiserSettings { Beta1 = 0.5, Beta2 = 0.75, Epsilon = 0 });
        rule.Apply(point, [1], 1);
        rule.Apply(point, [0], 1); // m = ¼, m̂ = ¼ / ¾; v = 3/16, v̂ = 3/16 / (7/16)
        Assert.Equal(-1 - ((0.25 / 0.75) / Math.Sqrt(0.1875 / 0.4375)), point[0], 1e-15);
    }

    [Fact]
    public void Adam_agrees_with_its_algorithm_written_down_plainly() =>
        Gen.Select(Gen.Double[-10, 10].Array[1, 20], Gen.Double[0.0, 0.99], Gen.Double[0.5, 0.9999], Gen.Double[1e-4, 1]).Sample(
            (gradients, beta1, beta2, rate) =>
            {
                OptimiserSettings settings = new() { Beta1 = beta1, Beta2 = beta2, Epsilon = 1e-8 };
                AdamRule rule = new(1, settings);
                double[] point = [0.5];
                (double expected, double m, double v) = (0.5, 0, 0);
                for (int t = 1; t <= gradients.Length; t++)
                {
                    rule.Apply(point, [gradients[t - 1]], rate);
                    m = (beta1 * m) + ((1 - beta1) * gradients[t - 1]);
                    v = (beta2 * v) + ((1 - beta2) * gradients[t - 1] * gradients[t - 1]);
                    expected -= rate * (m / (1 - Math.Pow(beta1, t))) / (Math.Sqrt(v / (1 - Math.Pow(beta2, t))) + 1e-8);
                }

                return Math.Abs(expected - point[0]) <= 1e-9 * (1 + Math.Abs(expected));
            });

    [Fact]
    public void Adam_moves_every_parameter_with_the_bits_it_has_alone()
    {
        Random random = new(4);
        OptimiserSettings settings = new() { Epsilon = 1e-8 };
        double[] together = [.. Enumerable.Range(0, 11).Select(_ => random.NextDouble())];
        double[] alone = [.. together];
        AdamRule all = new(11, settings);
        AdamRule[] each = [.. together.Select(_ => new AdamRule(1, settings))];
        for (int step = 0; step < 20; step++)
        {
            double[] gradient = [.. together.Select(_ => random.NextDouble() - 0.5)];
            all.Apply(together, gradient, 0.01);
            for (int index = 0; index < each.Length; index++)
            {
                each[index].Apply(alone.AsSpan(index, 1), gradient.AsSpan(index, 1), 0.01);
            }
        }

        Assert.Equal(alone, together);
    }

    [Fact]
    public void Nesterov_in_this_form_is_the_gradient_taken_at_the_point_ahead() =>
        Gen.Select(Gen.Double[-5, 5], Gen.Double[0, 0.95], Gen.Double[0.01, 0.5]).Sample(
            (start, momentum, rate) =>
            {
                // f(θ) = ½ (θ − 1)²; Sutskever's form: v ← μ v − η f′(θ + μ v), θ ← θ + v; our point is his θ + μ v.
                MomentumRule rule = new(1, new OptimiserSettings { Momentum = momentum, Nesterov = true });
                double[] point = [start];
                (double theta, double velocity) = (start, 0);
                for (int step = 0; step < 12; step++)
                {
                    rule.Apply(point, [point[0] - 1], rate);
                    velocity = (momentum * velocity) - (rate * (theta + (momentum * velocity) - 1));
                    theta += velocity;
                }

                return Math.Abs(theta + (momentum * velocity) - point[0]) < 1e-9;
            });
}
