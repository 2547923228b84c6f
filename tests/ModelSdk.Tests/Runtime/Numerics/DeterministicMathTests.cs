using CsCheck;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Tests.Runtime.Numerics;

public sealed class DeterministicMathTests
{
    private static readonly Gen<double> SmallNumbers = Gen.Select(Gen.Double[-1, 1], Gen.Int[-55, -1], (factor, exponent) => Math.ScaleB(factor, exponent));

    [Fact]
    public void Exp_is_within_one_ulp_over_its_whole_range() =>
        Gen.Double[-745, 709.7].Sample(x => Assert.InRange(FixedPoint.UlpsFromExp(DeterministicMath.Exp(x), x), 0, 1.01), iter: 20_000);

    [Fact]
    public void Exp_is_within_one_ulp_close_to_zero() =>
        SmallNumbers.Sample(x => Assert.InRange(FixedPoint.UlpsFromExp(DeterministicMath.Exp(x), x), 0, 1), iter: 5_000);

    [Fact]
    public void ExpM1_is_within_two_ulp() =>
        Gen.OneOf(SmallNumbers, Gen.Double[-2, 2], Gen.Double[-39, 700]).Where(IsWithinReference)
            .Sample(x => Assert.InRange(FixedPoint.UlpsFromExp(DeterministicMath.ExpM1(x), x, subtracted: 1), 0, 2), iter: 20_000);

    [Fact]
    public void Log_is_within_one_ulp_over_its_whole_range() =>
        Gen.OneOf(Gen.Double[0.5, 2], Gen.Long[1, 0x7FEF_FFFF_FFFF_FFFF].Select(BitConverter.Int64BitsToDouble))
            .Sample(x => Assert.InRange(FixedPoint.UlpsFromLog(DeterministicMath.Log(x), x), 0, 1), iter: 20_000);

    [Fact]
    public void LogP1_is_within_two_ulp() =>
        Gen.OneOf(SmallNumbers, Gen.Double[-0.999, 3], Gen.Double[3, 1e15]).Where(IsWithinReference)
            .Sample(x => Assert.InRange(FixedPoint.UlpsFromLog(DeterministicMath.LogP1(x), x, added: 1), 0, 2), iter: 20_000);

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(709.782712893384, 1.7976931348622732E+308)]
    [InlineData(709.7827128933841, double.PositiveInfinity)]
    [InlineData(-745.1332191019411, double.Epsilon)]
    [InlineData(-745.1332191019412, 0.0)]
    [InlineData(-800.0, 0.0)]
    [InlineData(5e-324, 1.0)]
    public void Exp_meets_its_edges(double x, double expected) => Assert.Equal(expected, DeterministicMath.Exp(x));

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(-0.0, double.NegativeInfinity)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(5e-324, -744.4400719213812)]
    [InlineData(2.2250738585072014E-308, -708.3964185322641)]
    [InlineData(double.MaxValue, 709.782712893384)]
    public void Log_meets_its_edges(double x, double expected) => Assert.Equal(expected, DeterministicMath.Log(x));

    [Theory]
    [InlineData(0.0, 0.0, 0.0)]
    [InlineData(1e-300, 1e-300, 1e-300)]
    [InlineData(5e-324, 5e-324, 5e-324)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-1.0, -0.6321205588285577, double.NegativeInfinity)]
    [InlineData(double.NegativeInfinity, -1.0, double.NaN)]
    [InlineData(double.NaN, double.NaN, double.NaN)]
    public void ExpM1_and_LogP1_meet_their_edges(double x, double exponential, double logarithm)
    {
        Assert.Equal(exponential, DeterministicMath.ExpM1(x));
        Assert.Equal(logarithm, DeterministicMath.LogP1(x));
    }

    [Fact]
    public void Sigmoid_of_opposite_margins_adds_up_to_one() =>
        Gen.Double[-800, 800].Sample(x => Assert.Equal(1, DeterministicMath.Sigmoid(x) + DeterministicMath.Sigmoid(-x), 1e-15));

    [Fact]
    public void Sigmoid_never_decreases() =>
        Gen.Select(Gen.Double[-800, 800], Gen.Double[0, 1e-3])
            .Sample((x, step) => Assert.True(DeterministicMath.Sigmoid(x) <= DeterministicMath.Sigmoid(x + step) * (1 + 1e-15)));

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(1.0, 0.7310585786300049)]
    [InlineData(-745.0, 4.9406564584124654E-324)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(double.PositiveInfinity, 1.0)]
    [InlineData(double.NaN, double.NaN)]
    public void Sigmoid_meets_known_values(double x, double expected) => Assert.Equal(expected, DeterministicMath.Sigmoid(x));

    [Theory]
    [InlineData(0.0, 0.6931471805599453)]
    [InlineData(-50.0, 1.9287498479639178E-22)]
    [InlineData(1000.0, 1000.0)]
    [InlineData(-1000.0, 0.0)]
    public void Softplus_meets_known_values(double x, double expected)
    {
        Assert.Equal(expected, DeterministicMath.Softplus(x), expected * 1e-15);
        Assert.Equal(-expected, DeterministicMath.LogSigmoid(-x), expected * 1e-15);
    }

    [Fact]
    public void Softmax_gives_the_exponentials_of_margins_less_their_log_sum() =>
        Gen.Double[-700, 700].Array[1, 9].Sample(margins =>
        {
            double[] probabilities = [.. margins];
            DeterministicMath.Softmax(probabilities);
            double total = DeterministicMath.LogSumExp(margins);
            Assert.Equal(1, probabilities.Sum(), 1e-14);
            Assert.All(probabilities.Zip(margins), pair => Assert.Equal(Math.Exp(pair.Second - total), pair.First, 1e-12));
        });

    [Fact]
    public void LogSumExp_neither_overflows_nor_forgets_the_empty_sum()
    {
        Assert.Equal(1000 + Math.Log(2), DeterministicMath.LogSumExp([1000, 1000]), 1e-12);
        Assert.Equal(-1000 + Math.Log(3), DeterministicMath.LogSumExp([-1000, -1000, -1000]), 1e-12);
        Assert.Equal(double.NegativeInfinity, DeterministicMath.LogSumExp([]));
        Assert.Equal(double.NaN, DeterministicMath.LogSumExp([1, double.NaN, 2]));
    }

    // The reference has 256 binary places; closer to 0 both functions return their argument.
    private static bool IsWithinReference(double x) => Math.Abs(x) > 1e-18;
}
