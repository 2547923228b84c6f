using System.Runtime.Intrinsics;

namespace ModelSdk.Runtime.Numerics;

/// <content>Functions of many numbers at once, with the bits of those of one number.</content>
public static partial class DeterministicMath
{
    /// <summary>e to the power of each number: what <see cref="Exp(double)"/> gives, bit for bit, several at a time.</summary>
    /// <param name="x">Any numbers.</param>
    /// <param name="result">Gets the powers; at least as long, and either <paramref name="x"/> itself or apart from it.</param>
    /// <exception cref="ArgumentException">The result is shorter.</exception>
    public static void Exp(ReadOnlySpan<double> x, Span<double> result)
    {
        if (result.Length < x.Length)
        {
            throw new ArgumentException($"{x.Length} numbers need as many results, not {result.Length}.", nameof(result));
        }

        int index = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; index <= x.Length - Vector256<double>.Count; index += Vector256<double>.Count)
            {
                Exp(Vector256.Create(x.Slice(index, Vector256<double>.Count))).CopyTo(result[index..]);
            }
        }

        for (; index < x.Length; index++)
        {
            result[index] = Exp(x[index]);
        }
    }

    private static Vector256<double> Exp(Vector256<double> x)
    {
        Vector256<double> inRange = Vector256.Min(Vector256.Max(x, Vector256.Create(SmallestExponent)), Vector256.Create(LargestExponent));
        Vector256<double> reduced = ReducedExpM1(inRange, out Vector256<long> exponent);
        Vector256<double> scaled = Scale(Vector256<double>.One + reduced, exponent);
        scaled = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(SmallestExponent)), Vector256<double>.Zero, scaled);
        scaled = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(LargestExponent)), Vector256.Create(double.PositiveInfinity), scaled);
        return Vector256.ConditionalSelect(Vector256.Equals(x, x), scaled, x);
    }

    // The operations of the function of one number, in their order.
    private static Vector256<double> ReducedExpM1(Vector256<double> x, out Vector256<long> exponent)
    {
        Vector256<double> shift = Vector256.Create(RoundingShift);
        Vector256<double> shifted = (x * Vector256.Create(InverseLogarithmOfTwo)) + shift;
        exponent = shifted.AsInt64() - shift.AsInt64();
        Vector256<double> whole = shifted - shift;
        Vector256<double> r = (x - (whole * Vector256.Create(LogarithmOfTwoHigh))) - (whole * Vector256.Create(LogarithmOfTwoLow));
        Vector256<double> r2 = r * r;
        Vector256<double> r4 = r2 * r2;
        Vector256<double> low = Four(r, r2, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120);
        Vector256<double> middle = Four(r, r2, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362880);
        Vector256<double> high = Four(r, r2, 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800);
        return r + (r2 * ((low + (r4 * middle)) + ((r4 * r4) * high)));
    }

    private static Vector256<double> Four(Vector256<double> r, Vector256<double> r2, double a, double b, double c, double d) =>
        (Vector256.Create(a) + (r * Vector256.Create(b))) + (r2 * (Vector256.Create(c) + (r * Vector256.Create(d))));

    // Halving with an offset that makes the exponent positive rounds down, as the shift of a signed number does.
    private static Vector256<double> Scale(Vector256<double> value, Vector256<long> exponent)
    {
        Vector256<long> offset = Vector256.Create(2048L);
        Vector256<long> first = Vector256.ShiftRightLogical(exponent + offset, 1) - Vector256.Create(1024L);
        return value * PowerOfTwo(first) * PowerOfTwo(exponent - first);
    }

    private static Vector256<double> PowerOfTwo(Vector256<long> exponent) => Vector256.ShiftLeft(exponent + Vector256.Create(1023L), 52).AsDouble();
}
