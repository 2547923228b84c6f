using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// Sums as if in twice the precision of double: each product and each sum comes with its rounding error (Dot2 of Ogita, Rump and Oishi, "Accurate
/// sum and dot product", SIAM J. Sci. Comput. 26, 2005), in eight lanes.
/// </summary>
internal sealed class CompensatedProducts : IColumnProducts
{
    private const int Lanes = 4;
    private const int RowsAtATime = 512;

    /// <inheritdoc/>
    public void Sum(ReadOnlySpan<double> columns, int rows, ReadOnlySpan<double> weights, Span<DoubleDouble> sums)
    {
        int width = columns.Length / rows;
        sums.Clear();
        SplitColumns right = new(width, RowsAtATime);
        SplitColumns left = new(1, RowsAtATime);
        for (int start = 0; start < rows; start += RowsAtATime)
        {
            int count = Math.Min(RowsAtATime, rows - start);
            for (int column = 0; column < width; column++)
            {
                right.Set(column, columns.Slice((column * rows) + start, count), []);
            }

            for (int row = 0; row < width; row++)
            {
                left.Set(0, columns.Slice((row * rows) + start, count), weights.IsEmpty ? [] : weights.Slice(start, count));
                for (int column = row; column < width; column++)
                {
                    sums[(row * width) + column] += Dot(left, right, column, SplitColumns.Padded(count));
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Add(double weight, ReadOnlySpan<double> values, Span<double> sums, Span<double> errors) =>
        DoubleDoubleRows.AddCompensated(weight, values, sums, errors);

    private static DoubleDouble Dot(SplitColumns left, SplitColumns right, int column, int count)
    {
        ReadOnlySpan<double> rest = left.Rest(0, count);
        ReadOnlySpan<double> leftHigh = left.High(0, count);
        ReadOnlySpan<double> leftLow = left.Low(0, count);
        ReadOnlySpan<double> rightHigh = right.High(column, count);
        ReadOnlySpan<double> rightLow = right.Low(column, count);
        Vector256<double> evenSum = default, evenError = default, oddSum = default, oddError = default;
        for (int index = 0; index < count; index += 2 * Lanes)
        {
            int odd = index + Lanes;
            Step(leftHigh[index..odd], leftLow[index..odd], rest[index..odd], rightHigh[index..odd], rightLow[index..odd], ref evenSum, ref evenError);
            int end = odd + Lanes;
            Step(leftHigh[odd..end], leftLow[odd..end], rest[odd..end], rightHigh[odd..end], rightLow[odd..end], ref oddSum, ref oddError);
        }

        return Reduce(evenSum, evenError) + Reduce(oddSum, oddError);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        ReadOnlySpan<double> leftHigh,
        ReadOnlySpan<double> leftLow,
        ReadOnlySpan<double> rest,
        ReadOnlySpan<double> rightHigh,
        ReadOnlySpan<double> rightLow,
        ref Vector256<double> sum,
        ref Vector256<double> error)
    {
        Vector256<double> a = Vector256.Create(leftHigh);
        Vector256<double> b = Vector256.Create(leftLow);
        Vector256<double> c = Vector256.Create(rightHigh);
        Vector256<double> d = Vector256.Create(rightLow);
        Vector256<double> whole = c + d;
        Vector256<double> product = (a + b) * whole;
        Vector256<double> lost = ((((a * c) - product) + (a * d)) + (b * c)) + (b * d);
        (sum, Vector256<double> rounded) = DoubleDoubleRows.Sum(sum, product);
        error += rounded + (lost + (Vector256.Create(rest) * whole));
    }

    private static DoubleDouble Reduce(Vector256<double> sum, Vector256<double> error)
    {
        DoubleDouble first = DoubleDouble.Sum(sum[0], error[0]) + DoubleDouble.Sum(sum[1], error[1]);
        DoubleDouble second = DoubleDouble.Sum(sum[2], error[2]) + DoubleDouble.Sum(sum[3], error[3]);
        return first + second;
    }
}
