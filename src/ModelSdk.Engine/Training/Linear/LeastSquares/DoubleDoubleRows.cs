using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// Arrays of <see cref="DoubleDouble"/>, high and low parts apart, several elements at a time. Every element is computed by the same operations in
/// the same order whatever the width of the processor's vectors.
/// </summary>
internal static class DoubleDoubleRows
{
    private const int Lanes = 4;

    /// <summary>Adds a multiple of one array to another.</summary>
    /// <param name="factor">The multiple.</param>
    /// <param name="high">High parts of what is added.</param>
    /// <param name="low">Low parts of what is added.</param>
    /// <param name="toHigh">High parts of what it is added to; the same length.</param>
    /// <param name="toLow">Low parts of what it is added to; the same length.</param>
    public static void AddScaled(DoubleDouble factor, ReadOnlySpan<double> high, ReadOnlySpan<double> low, Span<double> toHigh, Span<double> toLow)
    {
        int index = 0;
        Vector256<double> factorHigh = Vector256.Create(factor.High);
        Vector256<double> factorLow = Vector256.Create(factor.Low);
        for (; index <= high.Length - Lanes; index += Lanes)
        {
            Vector256<double> source = Vector256.Create(high.Slice(index, Lanes));
            (Vector256<double> product, Vector256<double> error) = Product(factorHigh, source);
            error += (factorHigh * Vector256.Create(low.Slice(index, Lanes))) + (factorLow * source);
            Add(product, error, toHigh.Slice(index, Lanes), toLow.Slice(index, Lanes));
        }

        for (; index < high.Length; index++)
        {
            DoubleDouble product = DoubleDouble.Product(factor.High, high[index]);
            double error = product.Low + ((factor.High * low[index]) + (factor.Low * high[index]));
            DoubleDouble sum = Sum(product.High, error, toHigh[index], toLow[index]);
            (toHigh[index], toLow[index]) = (sum.High, sum.Low);
        }
    }

    /// <summary>Adds a multiple of doubles, each product and sum with the error that rounding makes (Ogita, Rump and Oishi, "Accurate sum and dot product", 2005).</summary>
    /// <param name="factor">The multiple.</param>
    /// <param name="values">What is added.</param>
    /// <param name="sums">What it is added to; the same length.</param>
    /// <param name="errors">Collects what rounding took away; the same length.</param>
    public static void AddCompensated(double factor, ReadOnlySpan<double> values, Span<double> sums, Span<double> errors)
    {
        int index = 0;
        Vector256<double> factors = Vector256.Create(factor);
        for (; index <= values.Length - Lanes; index += Lanes)
        {
            Span<double> sum = sums.Slice(index, Lanes);
            Span<double> error = errors.Slice(index, Lanes);
            (Vector256<double> product, Vector256<double> productError) = Product(factors, Vector256.Create(values.Slice(index, Lanes)));
            (Vector256<double> total, Vector256<double> sumError) = Sum(Vector256.Create<double>(sum), product);
            total.CopyTo(sum);
            (Vector256.Create<double>(error) + (sumError + productError)).CopyTo(error);
        }

        for (; index < values.Length; index++)
        {
            DoubleDouble product = DoubleDouble.Product(factor, values[index]);
            DoubleDouble total = DoubleDouble.Sum(sums[index], product.High);
            sums[index] = total.High;
            errors[index] += total.Low + product.Low;
        }
    }

    /// <summary>The exact sums of the elements of two vectors: rounded, and what rounding took away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> Sum, Vector256<double> Error) Sum(Vector256<double> left, Vector256<double> right)
    {
        Vector256<double> sum = left + right;
        Vector256<double> part = sum - left;
        return (sum, (left - (sum - part)) + (right - part));
    }

    /// <summary>Splits each element into two halves whose products are exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> High, Vector256<double> Low) Split(Vector256<double> values)
    {
        Vector256<double> shifted = Vector256.Create(DoubleDouble.Splitter) * values;
        Vector256<double> high = shifted - (shifted - values);
        return (high, values - high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Product, Vector256<double> Error) Product(Vector256<double> left, Vector256<double> right)
    {
        Vector256<double> product = left * right;
        (Vector256<double> leftHigh, Vector256<double> leftLow) = Split(left);
        (Vector256<double> rightHigh, Vector256<double> rightLow) = Split(right);
        Vector256<double> error = (((leftHigh * rightHigh) - product) + (leftHigh * rightLow)) + (leftLow * rightHigh);
        return (product, error + (leftLow * rightLow));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector256<double> high, Vector256<double> low, Span<double> toHigh, Span<double> toLow)
    {
        (Vector256<double> large, Vector256<double> largeError) = Sum(high, Vector256.Create<double>(toHigh));
        (Vector256<double> small, Vector256<double> smallError) = Sum(low, Vector256.Create<double>(toLow));
        (large, Vector256<double> rest) = Renormalise(large, largeError + small);
        (large, rest) = Renormalise(large, rest + smallError);
        large.CopyTo(toHigh);
        rest.CopyTo(toLow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> High, Vector256<double> Low) Renormalise(Vector256<double> large, Vector256<double> small)
    {
        Vector256<double> sum = large + small;
        return (sum, small - (sum - large));
    }

    private static DoubleDouble Sum(double high, double low, double toHigh, double toLow) => new DoubleDouble(high, low) + new DoubleDouble(toHigh, toLow);
}
