using CsCheck;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Tests.Runtime.Numerics;

public sealed class EightLanesTests
{
    private static readonly Gen<double[]> Arrays = Gen.Double[-1e6, 1e6].Array[0, 67];

    [Fact]
    public void A_sum_has_the_bits_of_eight_scalar_lanes() => Arrays.Sample(values => AssertSameBits(Reference(values), EightLanes.Sum(values)));

    [Fact]
    public void A_dot_product_has_the_bits_of_eight_scalar_lanes() =>
        Arrays.Sample(values =>
        {
            double[] other = [.. values.Reverse()];
            AssertSameBits(Reference([.. values.Zip(other, (left, right) => left * right)]), EightLanes.Dot(values, other));
        });

    [Fact]
    public void Adding_a_multiple_has_the_bits_of_scalar_arithmetic() =>
        Gen.Select(Arrays, Gen.Double[-9, 9]).Sample((values, factor) =>
        {
            double[] destination = [.. values.Reverse()];
            double[] expected = [.. destination.Zip(values, (old, value) => old + (factor * value))];
            EightLanes.AddScaled(factor, values, destination);
            Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), destination.Select(BitConverter.DoubleToInt64Bits));
        });

    [Fact]
    public void Arrays_of_different_length_are_refused()
    {
        Assert.Throws<ArgumentException>(() => EightLanes.Dot([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => EightLanes.AddScaled(1, [1, 2], new double[1]));
    }

    private static double Reference(double[] terms)
    {
        double[] lanes = new double[8];
        for (int index = 0; index < terms.Length; index++)
        {
            lanes[index % 8] += terms[index];
        }

        return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
    }

    private static void AssertSameBits(double expected, double actual) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));
}
