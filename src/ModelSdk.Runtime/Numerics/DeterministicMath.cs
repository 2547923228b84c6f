namespace ModelSdk.Runtime.Numerics;

/// <summary>
/// Elementary functions that return the same bits on every machine: additions, multiplications and divisions of IEEE 754 doubles in a fixed
/// order, never fused, no call into the platform's mathematical library (whose last digits differ from platform to platform).
/// </summary>
public static partial class DeterministicMath
{
    private const double LargestExponent = 709.782712893384;
    private const double SmallestExponent = -745.1332191019412;
    private const double InverseLogarithmOfTwo = 1.4426950408889634;

    // The first part of ln 2 ends in 26 zero bits: its product with a whole number below 2^26 is exact.
    private const double LogarithmOfTwoHigh = 0.693147175014019;
    private const double LogarithmOfTwoLow = 5.5459262969660605e-09;

    // 1.5 * 2^52: adding it rounds to a whole number, which then stands in the low bits.
    private const double RoundingShift = 6755399441055744.0;
    private const double SquareRootOfTwo = 1.4142135623730951;
    private const double TwoToThe54 = 18014398509481984.0;

    /// <summary>e to the power of <paramref name="x"/>, within 1 ulp.</summary>
    /// <param name="x">Any number; above 709.78 the result is infinite, below −745.13 it is 0, NaN gives NaN.</param>
    public static double Exp(double x)
    {
        if (!(x <= LargestExponent))
        {
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        }

        return x < SmallestExponent ? 0 : Scale(1 + ReducedExpM1(x, out int exponent), exponent);
    }

    /// <summary>e to the power of <paramref name="x"/> minus 1, within 2 ulp also where x is close to 0.</summary>
    /// <param name="x">Any number; NaN gives NaN.</param>
    public static double ExpM1(double x)
    {
        if (x is 0 or > 40 || double.IsNaN(x))
        {
            return x == 0 ? x : Exp(x);
        }

        if (x < -40)
        {
            return -1;
        }

        double reduced = ReducedExpM1(x, out int exponent);
        double power = Scale(1, exponent);
        return exponent == 0 ? reduced : (power - 1) + (power * reduced);
    }

    /// <summary>The natural logarithm of <paramref name="x"/>, within 1 ulp.</summary>
    /// <param name="x">A number; 0 gives minus infinity, a negative number or NaN gives NaN.</param>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x < 0 ? double.NaN : x;
        }

        bool subnormal = x < 2.2250738585072014E-308;
        long bits = BitConverter.DoubleToInt64Bits(subnormal ? x * TwoToThe54 : x);
        int exponent = (int)(bits >> 52) - 1023 - (subnormal ? 54 : 0);
        double significand = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        return significand > SquareRootOfTwo ? Log(significand * 0.5, exponent + 1) : Log(significand, exponent);
    }

    /// <summary>The natural logarithm of 1 + <paramref name="x"/>, within 2 ulp also where x is close to 0.</summary>
    /// <param name="x">A number ≥ −1; −1 gives minus infinity, less or NaN gives NaN.</param>
    public static double LogP1(double x)
    {
        double sum = 1 + x;
        if (x == 0 || !(sum > 0) || double.IsPositiveInfinity(x))
        {
            return x == 0 ? x : Log(sum);
        }

        // What rounding took from the sum comes back to first order.
        return Log(sum) + ((x - (sum - 1)) / sum);
    }

    // x = exponent * ln 2 + r with |r| ≤ ln(2)/2; the result is e^r − 1 as its Taylor series to r^13, whose remainder is below 2^-57.
    private static double ReducedExpM1(double x, out int exponent)
    {
        double shifted = (x * InverseLogarithmOfTwo) + RoundingShift;
        exponent = (int)BitConverter.DoubleToInt64Bits(shifted);
        double whole = shifted - RoundingShift;
        double r = (x - (whole * LogarithmOfTwoHigh)) - (whole * LogarithmOfTwoLow);
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = ((1.0 / 2) + (r * (1.0 / 6))) + (r2 * ((1.0 / 24) + (r * (1.0 / 120))));
        double middle = ((1.0 / 720) + (r * (1.0 / 5040))) + (r2 * ((1.0 / 40320) + (r * (1.0 / 362880))));
        double high = ((1.0 / 3628800) + (r * (1.0 / 39916800))) + (r2 * ((1.0 / 479001600) + (r * (1.0 / 6227020800))));
        return r + (r2 * ((low + (r4 * middle)) + ((r4 * r4) * high)));
    }

    // ln(2^exponent * m) with m in [√½, √2]. With f = m − 1 and s = f / (2 + f), ln m = 2 artanh s = f − (f²/2 − s (f²/2 + R)),
    // where R = 2 (s²/3 + s⁴/5 + …): Abramowitz and Stegun, 4.1.27.
    private static double Log(double significand, int exponent)
    {
        double f = significand - 1;
        double s = f / (2 + f);
        double t = s * s;
        double t2 = t * t;
        double t4 = t2 * t2;
        double low = ((2.0 / 3) + (t * (2.0 / 5))) + (t2 * ((2.0 / 7) + (t * (2.0 / 9))));
        double middle = ((2.0 / 11) + (t * (2.0 / 13))) + (t2 * ((2.0 / 15) + (t * (2.0 / 17))));
        double high = (2.0 / 19) + (t * ((2.0 / 21) + (t * (2.0 / 23))));
        double series = t * ((low + (t4 * middle)) + ((t4 * t4) * high));
        double half = 0.5 * f * f;
        double correction = (s * (half + series)) + (exponent * LogarithmOfTwoLow);
        return (exponent * LogarithmOfTwoHigh) - ((half - correction) - f);
    }

    // Two steps, so that neither power overflows and only the last product rounds, also into the subnormal range.
    private static double Scale(double value, int exponent)
    {
        int first = exponent >> 1;
        return value * PowerOfTwo(first) * PowerOfTwo(exponent - first);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
