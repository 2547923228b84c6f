using CsCheck;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Tests.Runtime.Numerics;

public sealed class TrigonometryTests
{
    private static readonly Gen<double> Turns = Gen.OneOf(
        Gen.Double[-1, 1],
        Gen.Double[-1e6, 1e6],
        Gen.Select(Gen.Int[-8, 8], Gen.Double[-1, 1], Gen.Int[-30, -1], (eighths, factor, exponent) => (eighths / 8.0) + Math.ScaleB(factor, exponent)));

    // The reference has 256 binary places, so results much closer to 0 than this would be compared with its own rounding.
    private static bool IsWithinReference(double result) => Math.Abs(result) > 1e-40;

    [Fact]
    public void Sine_and_cosine_are_within_two_ulp() => Turns.Sample(
        turns =>
        {
            (double sine, double cosine) = (DeterministicMath.SinTurns(turns), DeterministicMath.CosTurns(turns));
            Assert.InRange(IsWithinReference(sine) ? FixedPoint.UlpsFromCircle(sine, turns, cosine: false) : 0, 0, 2);
            Assert.InRange(IsWithinReference(cosine) ? FixedPoint.UlpsFromCircle(cosine, turns, cosine: true) : 0, 0, 2);
        },
        iter: 20_000);

    [Theory]
    [InlineData(0.0, 0.0, 1.0)]
    [InlineData(0.25, 1.0, 0.0)]
    [InlineData(0.5, 0.0, -1.0)]
    [InlineData(0.75, -1.0, 0.0)]
    [InlineData(-3.25, -1.0, 0.0)]
    [InlineData(1e300, 0.0, 1.0)]
    [InlineData(double.NaN, double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.NaN, double.NaN)]
    public void Quarter_turns_are_exact(double turns, double sine, double cosine)
    {
        Assert.Equal(sine, DeterministicMath.SinTurns(turns));
        Assert.Equal(cosine, DeterministicMath.CosTurns(turns));
    }
}
