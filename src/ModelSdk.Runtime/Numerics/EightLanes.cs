using System.Runtime.Intrinsics;

namespace ModelSdk.Runtime.Numerics;

/// <summary>
/// Sums over long arrays with the same bits on every machine. Element i is added to lane i mod 8, each lane in order of i; the lanes are then
/// added as ((0+4)+(2+6)) + ((1+5)+(3+7)). Processors with 512-bit, 256-bit, 128-bit or no vectors all compute exactly this, never fused.
/// </summary>
public static class EightLanes
{
    private const int Lanes = 8;

    /// <summary>The sum of the values; 0 for none.</summary>
    /// <param name="values">Any length.</param>
    public static double Sum(ReadOnlySpan<double> values)
    {
        Span<double> lanes = stackalloc double[Lanes];
        int whole = values.Length - (values.Length % Lanes);
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<double> sum = Vector512<double>.Zero;
            for (int index = 0; index < whole; index += Lanes)
            {
                sum += Vector512.Create(values.Slice(index, Lanes));
            }

            sum.CopyTo(lanes);
        }
        else
        {
            SumIn256(values[..whole], lanes);
        }

        for (int index = whole; index < values.Length; index++)
        {
            lanes[index - whole] += values[index];
        }

        return Reduce(lanes);
    }

    /// <summary>The sum of the products of two arrays' elements; 0 for none.</summary>
    /// <param name="left">Any length.</param>
    /// <param name="right">The same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        CheckLengths(left.Length, right.Length);
        Span<double> lanes = stackalloc double[Lanes];
        int whole = left.Length - (left.Length % Lanes);
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<double> sum = Vector512<double>.Zero;
            for (int index = 0; index < whole; index += Lanes)
            {
                sum += Vector512.Create(left.Slice(index, Lanes)) * Vector512.Create(right.Slice(index, Lanes));
            }

            sum.CopyTo(lanes);
        }
        else
        {
            DotIn256(left[..whole], right[..whole], lanes);
        }

        for (int index = whole; index < left.Length; index++)
        {
            lanes[index - whole] += left[index] * right[index];
        }

        return Reduce(lanes);
    }

    /// <summary>Adds a multiple of one array to another, element by element (BLAS axpy).</summary>
    /// <param name="factor">The multiple.</param>
    /// <param name="source">What is added.</param>
    /// <param name="destination">What it is added to; the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void AddScaled(double factor, ReadOnlySpan<double> source, Span<double> destination)
    {
        CheckLengths(source.Length, destination.Length);
        int index = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> factors = Vector256.Create(factor);
            for (; index <= source.Length - Vector256<double>.Count; index += Vector256<double>.Count)
            {
                Span<double> part = destination.Slice(index, Vector256<double>.Count);
                (Vector256.Create<double>(part) + (factors * Vector256.Create(source.Slice(index, Vector256<double>.Count)))).CopyTo(part);
            }
        }

        for (; index < source.Length; index++)
        {
            destination[index] += factor * source[index];
        }
    }

    // Vector256 falls back to two Vector128, and these to plain doubles, with the same operations in the same order.
    private static void SumIn256(ReadOnlySpan<double> values, Span<double> lanes)
    {
        Vector256<double> low = Vector256<double>.Zero;
        Vector256<double> high = Vector256<double>.Zero;
        for (int index = 0; index < values.Length; index += Lanes)
        {
            low += Vector256.Create(values.Slice(index, 4));
            high += Vector256.Create(values.Slice(index + 4, 4));
        }

        low.CopyTo(lanes);
        high.CopyTo(lanes[4..]);
    }

    private static void DotIn256(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> lanes)
    {
        Vector256<double> low = Vector256<double>.Zero;
        Vector256<double> high = Vector256<double>.Zero;
        for (int index = 0; index < left.Length; index += Lanes)
        {
            low += Vector256.Create(left.Slice(index, 4)) * Vector256.Create(right.Slice(index, 4));
            high += Vector256.Create(left.Slice(index + 4, 4)) * Vector256.Create(right.Slice(index + 4, 4));
        }

        low.CopyTo(lanes);
        high.CopyTo(lanes[4..]);
    }

    private static double Reduce(ReadOnlySpan<double> lanes) =>
        ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));

    private static void CheckLengths(int left, int right)
    {
        if (left != right)
        {
            throw new ArgumentException($"Two arrays of equal length are needed, not of {left} and {right} elements.");
        }
    }
}
