namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// The unevaluated sum of two doubles, about 32 digits: exact sums and products (Dekker, "A floating-point technique for extending the available
/// precision", 1971; Knuth), arithmetic after Hida, Li and Bailey, "Algorithms for quad-double precision floating point arithmetic", 2001.
/// Products are split by hand, never fused, so that every machine computes the same bits.
/// </summary>
/// <param name="High">The value rounded to double.</param>
/// <param name="Low">What rounding took away, at most half a unit in the last place of <paramref name="High"/>.</param>
internal readonly record struct DoubleDouble(double High, double Low)
{
    /// <summary>2²⁷ + 1, which splits a double into two halves of 26 bits (Veltkamp). Products stay finite for factors below 10²⁹⁹.</summary>
    public const double Splitter = 134217729;

    /// <summary>0.</summary>
    public static DoubleDouble Zero => default;

    /// <summary>A double as it is.</summary>
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    /// <summary>The negative.</summary>
    public static DoubleDouble operator -(DoubleDouble value) => new(-value.High, -value.Low);

    /// <summary>The sum, within 2⁻¹⁰⁵ of its value.</summary>
    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        DoubleDouble high = Sum(left.High, right.High);
        DoubleDouble low = Sum(left.Low, right.Low);
        DoubleDouble sum = Renormalise(high.High, high.Low + low.High);
        return Renormalise(sum.High, sum.Low + low.Low);
    }

    /// <summary>The difference.</summary>
    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + (-right);

    /// <summary>The product, within 2⁻¹⁰² of its value.</summary>
    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        DoubleDouble product = Product(left.High, right.High);
        return Renormalise(product.High, product.Low + ((left.High * right.Low) + (left.Low * right.High)));
    }

    /// <summary>The quotient, by three steps of long division.</summary>
    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        double first = left.High / right.High;
        DoubleDouble rest = left - (right * first);
        double second = rest.High / right.High;
        rest -= right * second;
        return Renormalise(first, second) + (rest.High / right.High);
    }

    /// <summary>The exact sum of two doubles.</summary>
    public static DoubleDouble Sum(double left, double right)
    {
        double sum = left + right;
        double part = sum - left;
        return new DoubleDouble(sum, (left - (sum - part)) + (right - part));
    }

    /// <summary>The exact product of two doubles, where neither overflow nor underflow interferes.</summary>
    public static DoubleDouble Product(double left, double right)
    {
        double product = left * right;
        (double leftHigh, double leftLow) = Split(left);
        (double rightHigh, double rightLow) = Split(right);
        double error = (((leftHigh * rightHigh) - product) + (leftHigh * rightLow)) + (leftLow * rightHigh);
        return new DoubleDouble(product, error + (leftLow * rightLow));
    }

    /// <summary>The square root of a value ≥ 0: one Newton step from the double's root (Karp and Markstein 1997).</summary>
    /// <param name="value">At least 0.</param>
    public static DoubleDouble Sqrt(DoubleDouble value)
    {
        if (value.High <= 0)
        {
            return Zero;
        }

        double root = Math.Sqrt(value.High);
        return Sum(root, (value - Product(root, root)).High / (2 * root));
    }

    /// <summary>The double nearest to the value.</summary>
    public double ToDouble() => this.High + this.Low;

    private static (double High, double Low) Split(double value)
    {
        double shifted = Splitter * value;
        double high = shifted - (shifted - value);
        return (high, value - high);
    }

    private static DoubleDouble Renormalise(double large, double small)
    {
        double sum = large + small;
        return new DoubleDouble(sum, small - (sum - large));
    }
}
