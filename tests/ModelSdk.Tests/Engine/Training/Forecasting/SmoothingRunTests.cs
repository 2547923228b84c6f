using ModelSdk.Engine.Training.Forecasting;

namespace ModelSdk.Tests.Engine.Training.Forecasting;

public sealed class SmoothingRunTests
{
    [Fact]
    public void Errors_and_forecasts_with_a_trend_are_those_computed_by_hand()
    {
        // α = ½, β = ¼; level 8, trend 1.
        SmoothingRun run = new([10, 14, 12, 17], new SmoothingLayout(new(TrendForm.Additive, SeasonForm.None), 0));
        double[] point = [0, 0, 8, 1];
        double error = run.Forward(point);
        Assert.Equal([1, 3.25, -2.4375, 2.328125], run.Errors.ToArray());
        Assert.Equal((1 + 10.5625 + 5.94140625 + 5.420166015625) / 4, error, 14);
        Assert.Equal([17.87109375, 19.90625], run.Continue(point, 2));
    }

    [Fact]
    public void Errors_and_forecasts_with_a_multiplicative_season_are_those_computed_by_hand()
    {
        // α = ½, γ = ¼; level 10, season 0.8 and 1.25.
        SmoothingRun run = new([9, 12, 8], new SmoothingLayout(new(TrendForm.None, SeasonForm.Multiplicative), 2));
        double[] point = [0, 0, 10, 0.8, 1.25];
        run.Forward(point);
        double[] expected = [1, -1.28125, -0.3428125];
        Assert.All(expected.Zip(run.Errors.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 13));
        double level = 10.1125 - (0.5 * 0.3428125 / 0.825);
        double[] forecast = run.Continue(point, 3);
        Assert.Equal(level * (1.25 - (0.25 * 1.28125 / 10.625)), forecast[0], 12);
        Assert.Equal(level * (0.825 - (0.25 * 0.3428125 / 10.1125)), forecast[1], 12);
        Assert.Equal(forecast[0], forecast[2]);
    }

    [Fact]
    public void A_damped_trend_adds_less_each_step()
    {
        SmoothingLayout layout = new(new(TrendForm.Damped, SeasonForm.None), 0);
        SmoothingRun run = new([5], layout);
        double[] point = [0, 0, 0, 4, 2];
        run.Forward(point);
        double phi = layout.Weights(point).Phi;
        double[] forecast = run.Continue(point, 3);
        Assert.Equal(0.89, phi, 12);
        Assert.Equal(phi, (forecast[2] - forecast[1]) / (forecast[1] - forecast[0]), 12);
    }

    [Theory]
    [InlineData(TrendForm.None, SeasonForm.None)]
    [InlineData(TrendForm.Additive, SeasonForm.Additive)]
    [InlineData(TrendForm.Damped, SeasonForm.Additive)]
    [InlineData(TrendForm.Additive, SeasonForm.Multiplicative)]
    [InlineData(TrendForm.Damped, SeasonForm.Multiplicative)]
    public void The_gradient_is_the_slope_of_the_error(object trend, object season)
    {
        double[] values = [1.1, 0.7, 1.4, 1.2, 0.9, 1.6, 1.3, 0.8, 1.9, 1.5];
        SmoothingLayout layout = new(new((TrendForm)trend, (SeasonForm)season), 3);
        SmoothingRun run = new(values, layout);
        double[] point = [.. SmoothingStart.Of(values, layout).Select((value, index) => index < layout.Level ? 0.3 - (0.2 * index) : value)];
        double[] gradient = new double[layout.Count];
        run.Forward(point);
        run.Backward(point, gradient);
        for (int index = 0; index < point.Length; index++)
        {
            const double Step = 1e-6;
            double[] above = [.. point];
            double[] below = [.. point];
            above[index] += Step;
            below[index] -= Step;
            Assert.Equal((run.Forward(above) - run.Forward(below)) / (2 * Step), gradient[index], 8);
        }
    }
}
