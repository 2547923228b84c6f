using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>The learning rate of each step. An iteration of gradient descent counts as an epoch.</summary>
/// <param name="Initial">η₀, the rate of the first step, above 0.</param>
internal sealed record LearningRateSchedule(double Initial)
{
    /// <summary>How the rate falls.</summary>
    public ScheduleKind Kind { get; init; } = ScheduleKind.Constant;

    /// <summary>For <see cref="ScheduleKind.InverseScaling"/>: the power, ≥ 0.</summary>
    public double Power { get; init; } = 0.5;

    /// <summary>For <see cref="ScheduleKind.Step"/> and <see cref="ScheduleKind.Exponential"/>: the factor, above 0 and at most 1.</summary>
    public double Decay { get; init; } = 0.5;

    /// <summary>For <see cref="ScheduleKind.Step"/>: after how many epochs the factor is applied each time.</summary>
    public int StepEpochs { get; init; } = 10;

    /// <summary>For <see cref="ScheduleKind.Cosine"/>: after how many epochs the rate would be 0.</summary>
    public int TotalEpochs { get; init; } = 100;

    /// <summary>
    /// The rate: η₀; η₀ / t^power (Robbins and Monro 1951, with the power of Polyak and Juditsky 1992); η₀ · decay^⌊e / s⌋; η₀ · decay^e;
    /// η₀ · ½ (1 + cos(π e / E)) (Loshchilov and Hutter, "SGDR", 2017, equation 5 with η_min = 0 and one period).
    /// </summary>
    /// <param name="step">t, the number of the step in the whole training, from 1.</param>
    /// <param name="epoch">e, how many epochs are complete, from 0.</param>
    public double At(long step, int epoch) => this.Kind switch
    {
        ScheduleKind.InverseScaling => this.Initial / DeterministicMath.Exp(this.Power * DeterministicMath.Log(step)),
        ScheduleKind.Step => this.Initial * WholePower(this.Decay, epoch / this.StepEpochs),
        ScheduleKind.Exponential => this.Initial * WholePower(this.Decay, epoch),
        ScheduleKind.Cosine => this.Initial * 0.5 * (1 + HalfWave.Cosine(Math.Min(1, (double)epoch / this.TotalEpochs))),
        _ => this.Initial,
    };

    private static double WholePower(double number, int exponent)
    {
        double power = 1;
        for (double square = number; exponent > 0; exponent >>= 1, square *= square)
        {
            power *= (exponent & 1) == 1 ? square : 1;
        }

        return power;
    }
}
