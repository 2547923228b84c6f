using CsCheck;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Tests.Runtime.Numerics;

public sealed class DeterministicMathVectorTests
{
    [Fact]
    public void Many_exponentials_have_the_bits_of_single_ones() => Gen.OneOf(Gen.Double[-760, 720], Gen.Double[-1, 1], Gen.Double).Array[0, 40].Sample(AssertEqual);

    [Fact]
    public void The_ends_of_the_range_have_them_too() => AssertEqual(
        [0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 709.782712893384, 709.7827128933841, -745.1332191019412, -745.1332191019413, -708.4, 1e-300, -745]);

    private static void AssertEqual(double[] values)
    {
        double[] powers = new double[values.Length];
        DeterministicMath.Exp(values, powers);
        Assert.Equal(values.Select(value => BitConverter.DoubleToInt64Bits(DeterministicMath.Exp(value))), powers.Select(BitConverter.DoubleToInt64Bits));
    }
}
