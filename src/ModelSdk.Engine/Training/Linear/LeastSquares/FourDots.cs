using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>The products of one column with four others, which reads it once; every sum has four lanes, added as (0 + 2) + (1 + 3).</summary>
internal static class FourDots
{
    /// <summary>How many columns are multiplied at a time.</summary>
    public const int Count = 4;

    private const int Lanes = 4;

    /// <summary>Sums the products.</summary>
    /// <param name="left">The column.</param>
    /// <param name="columns">The four others, one after the other.</param>
    /// <param name="sums">Gets four sums.</param>
    public static void Compute(ReadOnlySpan<double> left, ReadOnlySpan<double> columns, Span<DoubleDouble> sums)
    {
        int rows = left.Length;
        ref double own = ref MemoryMarshal.GetReference(left);
        ref double others = ref MemoryMarshal.GetReference(columns);
        Vector256<double> first = default, second = default, third = default, fourth = default;
        int row = 0;
        for (; row <= rows - Lanes; row += Lanes)
        {
            Vector256<double> value = Vector256.LoadUnsafe(ref own, (nuint)row);
            first += value * Vector256.LoadUnsafe(ref others, (nuint)row);
            second += value * Vector256.LoadUnsafe(ref others, (nuint)(row + rows));
            third += value * Vector256.LoadUnsafe(ref others, (nuint)(row + (2 * rows)));
            fourth += value * Vector256.LoadUnsafe(ref others, (nuint)(row + (3 * rows)));
        }

        sums[0] = Total(first);
        sums[1] = Total(second);
        sums[2] = Total(third);
        sums[3] = Total(fourth);
        for (; row < rows; row++)
        {
            for (int column = 0; column < Count; column++)
            {
                sums[column] = sums[column].High + (left[row] * columns[(column * rows) + row]);
            }
        }
    }

    private static double Total(Vector256<double> lanes)
    {
        Vector128<double> halves = lanes.GetLower() + lanes.GetUpper();
        return halves.ToScalar() + halves.GetElement(1);
    }
}
