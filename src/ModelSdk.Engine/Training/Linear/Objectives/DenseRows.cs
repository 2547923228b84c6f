using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>
/// Products of rows that lie one after the other with a vector, four rows and four columns at a time: every number is read once, and every sum has
/// the same order on every processor.
/// </summary>
internal static class DenseRows
{
    private const int Lanes = 4;

    /// <summary>Adds Σ coefficient · value to each row's margin.</summary>
    /// <param name="values">The rows.</param>
    /// <param name="coefficients">One for each column.</param>
    /// <param name="margins">One for each row.</param>
    public static void AddMargins(ReadOnlySpan<double> values, ReadOnlySpan<double> coefficients, Span<double> margins)
    {
        int width = coefficients.Length;
        int row = 0;
        for (; row <= margins.Length - Lanes; row += Lanes)
        {
            AddFourMargins(values.Slice(row * width, Lanes * width), coefficients, margins.Slice(row, Lanes));
        }

        for (; row < margins.Length; row++)
        {
            ReadOnlySpan<double> own = values.Slice(row * width, width);
            for (int column = 0; column < width; column++)
            {
                margins[row] += coefficients[column] * own[column];
            }
        }
    }

    /// <summary>Adds Σ factor · row to the sums.</summary>
    /// <param name="values">The rows.</param>
    /// <param name="factors">One for each row.</param>
    /// <param name="sums">One for each column.</param>
    public static void AddSums(ReadOnlySpan<double> values, ReadOnlySpan<double> factors, Span<double> sums)
    {
        int width = sums.Length;
        int row = 0;
        for (; row <= factors.Length - Lanes; row += Lanes)
        {
            AddFourRows(values.Slice(row * width, Lanes * width), factors.Slice(row, Lanes), sums);
        }

        for (; row < factors.Length; row++)
        {
            ReadOnlySpan<double> own = values.Slice(row * width, width);
            for (int column = 0; column < width; column++)
            {
                sums[column] += factors[row] * own[column];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFourMargins(ReadOnlySpan<double> values, ReadOnlySpan<double> coefficients, Span<double> margins)
    {
        int width = coefficients.Length;
        ref double rows = ref MemoryMarshal.GetReference(values);
        ref double factors = ref MemoryMarshal.GetReference(coefficients);
        Vector256<double> first = default, second = default, third = default, fourth = default;
        int column = 0;
        for (; column <= width - Lanes; column += Lanes)
        {
            Vector256<double> factor = Vector256.LoadUnsafe(ref factors, (nuint)column);
            first += factor * Vector256.LoadUnsafe(ref rows, (nuint)column);
            second += factor * Vector256.LoadUnsafe(ref rows, (nuint)(column + width));
            third += factor * Vector256.LoadUnsafe(ref rows, (nuint)(column + (2 * width)));
            fourth += factor * Vector256.LoadUnsafe(ref rows, (nuint)(column + (3 * width)));
        }

        Vector256<double> rest = default;
        for (; column < width; column++)
        {
            Vector256<double> own = Vector256.Create(values[column], values[column + width], values[column + (2 * width)], values[column + (3 * width)]);
            rest += Vector256.Create(coefficients[column]) * own;
        }

        (Vector256.Create<double>(margins) + (Totals(first, second, third, fourth) + rest)).CopyTo(margins);
    }

    // The sums of the lanes of each vector: (0 + 2) + (1 + 3).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Totals(Vector256<double> first, Vector256<double> second, Vector256<double> third, Vector256<double> fourth)
    {
        return Vector256.Create(Total(first), Total(second), Total(third), Total(fourth));

        static double Total(Vector256<double> lanes)
        {
            Vector128<double> halves = lanes.GetLower() + lanes.GetUpper();
            return halves.ToScalar() + halves.GetElement(1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFourRows(ReadOnlySpan<double> values, ReadOnlySpan<double> factors, Span<double> sums)
    {
        int width = sums.Length;
        ref double rows = ref MemoryMarshal.GetReference(values);
        ref double totals = ref MemoryMarshal.GetReference(sums);
        Vector256<double> first = Vector256.Create(factors[0]);
        Vector256<double> second = Vector256.Create(factors[1]);
        Vector256<double> third = Vector256.Create(factors[2]);
        Vector256<double> fourth = Vector256.Create(factors[3]);
        int column = 0;
        for (; column <= width - Lanes; column += Lanes)
        {
            Vector256<double> left = (first * Vector256.LoadUnsafe(ref rows, (nuint)column)) + (second * Vector256.LoadUnsafe(ref rows, (nuint)(column + width)));
            Vector256<double> right = (third * Vector256.LoadUnsafe(ref rows, (nuint)(column + (2 * width)))) + (fourth * Vector256.LoadUnsafe(ref rows, (nuint)(column + (3 * width))));
            (Vector256.LoadUnsafe(ref totals, (nuint)column) + (left + right)).StoreUnsafe(ref totals, (nuint)column);
        }

        for (; column < width; column++)
        {
            double left = (factors[0] * values[column]) + (factors[1] * values[column + width]);
            double right = (factors[2] * values[column + (2 * width)]) + (factors[3] * values[column + (3 * width)]);
            sums[column] += left + right;
        }
    }
}
