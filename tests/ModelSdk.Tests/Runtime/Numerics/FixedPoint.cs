using System.Numerics;

namespace ModelSdk.Tests.Runtime.Numerics;

/// <summary>Elementary functions on whole numbers scaled by 2^256: the reference for what doubles compute.</summary>
internal static class FixedPoint
{
    private const int Bits = 256;
    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger LogarithmOfTwo = 2 * ArcTanh(One / 3);

    // Machin's formula: π = 16 arctan(1/5) − 4 arctan(1/239).
    private static readonly BigInteger Pi = (16 * ArcTan(5)) - (4 * ArcTan(239));

    /// <summary>How far a double is from e^x − <paramref name="subtracted"/>, in units in the last place of that double.</summary>
    public static double UlpsFromExp(double computed, double x, int subtracted = 0)
    {
        BigInteger scaled = Of(x);
        int exponent = (int)BigInteger.Divide(scaled, LogarithmOfTwo);
        BigInteger power = Exp(scaled - (exponent * LogarithmOfTwo));
        BigInteger expected = (exponent >= 0 ? power << exponent : power >> -exponent) - (subtracted * One);
        return exponent > -100 ? Ulps(computed, expected, Bits) : Ulps(computed, power, Bits - exponent);
    }

    /// <summary>How far a double is from ln(x + <paramref name="added"/>), in units in the last place of that double.</summary>
    public static double UlpsFromLog(double computed, double x, int added = 0)
    {
        int exponent = Math.ILogB(x + added);
        BigInteger scaled = added == 0 ? Of(Math.ScaleB(x, -exponent)) : ShiftRight(Of(x) + One, exponent);
        BigInteger artanh = ArcTanh(((scaled - One) << Bits) / (scaled + One));
        return Ulps(computed, (exponent * LogarithmOfTwo) + (2 * artanh), Bits);
    }

    /// <summary>How far a double is from the sine or cosine of an angle in turns, in units in the last place of that double.</summary>
    public static double UlpsFromCircle(double computed, double turns, bool cosine)
    {
        BigInteger scaled = Of(turns) + (cosine ? One / 4 : 0);
        BigInteger fraction = ((scaled % One) + One) % One;
        BigInteger folded = fraction > One * 3 / 4 ? fraction - One : fraction > One / 4 ? (One / 2) - fraction : fraction;
        return Ulps(computed, Sin((folded * 2 * Pi) >> Bits), Bits);
    }

    private static BigInteger ShiftRight(BigInteger value, int shift) => shift >= 0 ? value >> shift : value << -shift;

    private static BigInteger Exp(BigInteger x)
    {
        BigInteger sum = One;
        BigInteger term = One;
        for (int order = 1; !term.IsZero; order++)
        {
            term = ((term * x) >> Bits) / order;
            sum += term;
        }

        return sum;
    }

    private static BigInteger ArcTanh(BigInteger x)
    {
        BigInteger sum = BigInteger.Zero;
        BigInteger power = x;
        BigInteger square = (x * x) >> Bits;
        for (int order = 1; power != BigInteger.Zero && power != BigInteger.MinusOne; order += 2)
        {
            sum += power / order;
            power = (power * square) >> Bits;
        }

        return sum;
    }

    private static BigInteger ArcTan(int reciprocal)
    {
        BigInteger sum = BigInteger.Zero;
        BigInteger power = One / reciprocal;
        for (int order = 1; !power.IsZero; order += 2)
        {
            sum += (order % 4 == 1 ? power : -power) / order;
            power /= reciprocal * reciprocal;
        }

        return sum;
    }

    private static BigInteger Sin(BigInteger x)
    {
        BigInteger sum = BigInteger.Zero;
        BigInteger term = x;
        BigInteger square = (x * x) >> Bits;
        for (int order = 2; term != BigInteger.Zero && term != BigInteger.MinusOne; order += 2)
        {
            sum += term;
            term = -((term * square) >> Bits) / (order * (order + 1));
        }

        return sum;
    }

    private static double Ulps(double computed, BigInteger expected, int scale)
    {
        double ulp = Math.Max(Math.BitIncrement(Math.Abs(computed)) - Math.Abs(computed), double.Epsilon);
        BigInteger difference = BigInteger.Abs(Of(computed, scale) - expected);
        return (double)ShiftRight(difference << 64, scale + Math.ILogB(ulp)) / Math.Pow(2, 64);
    }

    private static BigInteger Of(double value, int scale = Bits)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger significand = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        int shift = Math.Max(exponent, 1) - 1075 + scale;
        return (value < 0 ? -1 : 1) * (shift >= 0 ? significand << shift : significand >> -shift);
    }
}
