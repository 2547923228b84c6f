using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Tests.Engine.Training.Optimisation;

public sealed class LearningRateScheduleTests
{
    [Fact]
    public void A_constant_rate_stays() => Assert.Equal(0.3, new LearningRateSchedule(0.3).At(1000, 50));

    [Fact]
    public void Inverse_scaling_divides_by_a_power_of_the_step()
    {
        LearningRateSchedule schedule = new(2) { Kind = ScheduleKind.InverseScaling, Power = 0.5 };
        Assert.Equal(2, schedule.At(1, 0));
        Assert.Equal(0.5, schedule.At(16, 7), 1e-14);
        Assert.Equal(2 / Math.Pow(1234, 0.25), (schedule with { Power = 0.25 }).At(1234, 0), 1e-14);
    }

    [Fact]
    public void Steps_multiply_every_few_epochs()
    {
        LearningRateSchedule schedule = new(1) { Kind = ScheduleKind.Step, Decay = 0.5, StepEpochs = 3 };
        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.5, 0.25], Enumerable.Range(0, 7).Select(epoch => schedule.At(1, epoch)));
    }

    [Fact]
    public void Exponential_decay_multiplies_every_epoch()
    {
        LearningRateSchedule schedule = new(3) { Kind = ScheduleKind.Exponential, Decay = 0.5 };
        Assert.Equal([3, 1.5, 0.75, 0.375], Enumerable.Range(0, 4).Select(epoch => schedule.At(1, epoch)));
        Assert.Equal(3 * Math.Pow(0.9, 57), (schedule with { Decay = 0.9 }).At(1, 57), 1e-14);
    }

    [Fact]
    public void Cosine_annealing_goes_to_zero()
    {
        LearningRateSchedule schedule = new(2) { Kind = ScheduleKind.Cosine, TotalEpochs = 40 };
        Assert.Equal(2, schedule.At(1, 0), 1e-15);
        Assert.Equal(1, schedule.At(1, 20), 1e-15);
        Assert.Equal(0, schedule.At(1, 40), 1e-15);
        Assert.All(Enumerable.Range(0, 41), epoch => Assert.Equal(1 + Math.Cos(Math.PI * epoch / 40), schedule.At(1, epoch), 1e-14));
    }
}
