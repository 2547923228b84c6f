using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>Student's t distribution.</summary>
internal static class StudentDistribution
{
    private const int MaximumTerms = 10000;
    private const double LargeShape = 256;

    /// <summary>
    /// The probability that |t| is greater, I_x(ν/2, 1/2) with x = ν / (ν + t²) (DLMF 26.5.27 of Abramowitz and Stegun), within about 10⁻¹²
    /// of its value.
    /// </summary>
    /// <param name="t">The ratio of a coefficient and its standard error; NaN gives NaN.</param>
    /// <param name="degrees">The degrees of freedom ν; NaN below 1.</param>
    public static double TwoSided(double t, int degrees)
    {
        if (double.IsNaN(t) || degrees < 1)
        {
            return double.NaN;
        }

        double square = t * t;
        double shape = 0.5 * degrees;
        double complement = square / (degrees + square);

        // x^a (1 − x)^½ / B(a, ½)
        double power = DeterministicMath.Exp(-shape * DeterministicMath.LogP1(square / degrees));
        double front = power * Math.Sqrt(complement) * GammaRatio(shape) / Math.Sqrt(Math.PI);
        double x = degrees / (degrees + square);
        return x < (shape + 1) / (shape + 2.5) ? front * Fraction(shape, 0.5, x) / shape : 1 - (front * Fraction(0.5, shape, complement) / 0.5);
    }

    // Γ(a + ½) / Γ(a): by its series in 1/a (DLMF 5.11.13) for large a, smaller ones by the recurrence Γ(a + 1) = a Γ(a).
    private static double GammaRatio(double shape)
    {
        double factor = 1;
        for (; shape < LargeShape; shape++)
        {
            factor *= shape / (shape + 0.5);
        }

        double inverse = 1 / shape;
        double series = 1 + (inverse * ((-1.0 / 8) + (inverse * ((1.0 / 128) + (inverse * ((5.0 / 1024) - (inverse * (21.0 / 32768))))))));
        return factor * Math.Sqrt(shape) * series;
    }

    // The continued fraction of the incomplete beta function (DLMF 8.17.22), evaluated forwards (Lentz 1976; Thompson and Barnett 1986).
    private static double Fraction(double a, double b, double x)
    {
        const double Tiny = 1e-300;
        double numerator = 1;
        double denominator = 1 / NonZero(1 - ((a + b) * x / (a + 1)));
        double value = denominator;
        for (int term = 1; term <= MaximumTerms; term++)
        {
            double even = term * (b - term) * x / ((a + (2 * term) - 1) * (a + (2 * term)));
            double odd = -(a + term) * (a + b + term) * x / ((a + (2 * term)) * (a + (2 * term) + 1));
            value *= Step(even, ref numerator, ref denominator);
            double change = Step(odd, ref numerator, ref denominator);
            value *= change;
            if (Math.Abs(change - 1) < 1e-15)
            {
                break;
            }
        }

        return value;

        static double NonZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

        static double Step(double coefficient, ref double numerator, ref double denominator)
        {
            numerator = NonZero(1 + (coefficient / numerator));
            denominator = 1 / NonZero(1 + (coefficient * denominator));
            return numerator * denominator;
        }
    }
}
