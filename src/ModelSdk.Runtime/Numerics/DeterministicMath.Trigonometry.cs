namespace ModelSdk.Runtime.Numerics;

/// <content>Sine and cosine of angles that are given in turns, so that reducing them is exact.</content>
public static partial class DeterministicMath
{
    private const double TwoPi = 6.283185307179586;

    // 2π less the double above.
    private const double TwoPiRest = 2.4492935982947064e-16;

    /// <summary>The sine of 2π · <paramref name="turns"/>, within 2 ulp; exact at multiples of a quarter turn.</summary>
    /// <param name="turns">An angle in turns; infinite or NaN gives NaN.</param>
    public static double SinTurns(double turns)
    {
        double x = Reduce(turns, out int quarter);
        return quarter switch { 0 => ReducedSin(x), 1 => ReducedCos(x), 2 => -ReducedSin(x), _ => -ReducedCos(x) };
    }

    /// <summary>The cosine of 2π · <paramref name="turns"/>, within 2 ulp; exact at multiples of a quarter turn.</summary>
    /// <param name="turns">An angle in turns; infinite or NaN gives NaN.</param>
    public static double CosTurns(double turns)
    {
        double x = Reduce(turns, out int quarter);
        return quarter switch { 0 => ReducedCos(x), 1 => -ReducedSin(x), 2 => -ReducedCos(x), _ => ReducedSin(x) };
    }

    // turns = whole + quarter / 4 + r with |r| ≤ 1/8, all subtractions exact; the result is 2πr.
    private static double Reduce(double turns, out int quarter)
    {
        double fraction = turns - Math.Round(turns);
        double quarters = Math.Round(fraction * 4);
        quarter = double.IsNaN(quarters) ? 0 : (int)quarters & 3;
        double r = fraction - (quarters * 0.25);
        return (r * TwoPi) + (r * TwoPiRest);
    }

    // The Taylor series to x^17, whose remainder is below 2^-63 of x where |x| ≤ π/4.
    private static double ReducedSin(double x)
    {
        double x2 = x * x;
        double x4 = x2 * x2;
        double low = (-1.0 / 6) + (x2 * (1.0 / 120));
        double middle = (-1.0 / 5040) + (x2 * (1.0 / 362880));
        double high = ((-1.0 / 39916800) + (x2 * (1.0 / 6227020800))) + (x4 * ((-1.0 / 1307674368000) + (x2 * (1.0 / 355687428096000))));
        return x + (x * x2 * ((low + (x4 * middle)) + ((x4 * x4) * high)));
    }

    // The Taylor series to x^18, whose remainder is below 2^-62.
    private static double ReducedCos(double x)
    {
        double x2 = x * x;
        double x4 = x2 * x2;
        double low = (1.0 / 24) - (x2 * (1.0 / 720));
        double middle = (1.0 / 40320) - (x2 * (1.0 / 3628800));
        double high = ((1.0 / 479001600) - (x2 * (1.0 / 87178291200))) + (x4 * ((1.0 / 20922789888000) - (x2 * (1.0 / 6402373705728000))));
        double half = 0.5 * x2;
        double whole = 1 - half;

        // What rounding took from 1 − x²/2 comes back.
        return whole + (((1 - whole) - half) + (x4 * ((low + (x4 * middle)) + ((x4 * x4) * high))));
    }
}
