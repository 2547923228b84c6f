using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Gradients and hessians as whole numbers, whose sums do not depend on the order of addition. The first element of a pair is the gradient, the
/// second the hessian with the number of rows in its lowest bits. Both units are powers of two, as small as the sums over all rows allow.
/// </summary>
/// <param name="GradientUnit">What 1 of the first element is worth.</param>
/// <param name="HessianUnit">What 1 of the second element is worth, above the count.</param>
/// <param name="CountBits">How many of the second element's bits count rows.</param>
internal readonly record struct FixedPoint(double GradientUnit, double HessianUnit, int CountBits)
{
    // Sums stay below 2^62, rounding included.
    private const int SumBits = 61;

    /// <summary>The units for the rows of a tree.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="gradients">The sum of the gradients' magnitudes, finite.</param>
    /// <param name="hessians">The sum of the hessians, finite.</param>
    public static FixedPoint For(int rows, double gradients, double hessians)
    {
        int countBits = 32 - int.LeadingZeroCount(rows);
        return new FixedPoint(Unit(gradients, SumBits), Unit(hessians, SumBits - countBits), countBits);
    }

    /// <summary>Replaces gradients and hessians by whole numbers, in place.</summary>
    /// <param name="pairs">The bits of pairs of doubles; then pairs of whole numbers.</param>
    public void Quantise(Span<Vector128<long>> pairs)
    {
        double gradientFactor = 1 / this.GradientUnit;
        double hessianFactor = 1 / this.HessianUnit;
        int countBits = this.CountBits;
        foreach (ref Vector128<long> pair in pairs)
        {
            Vector128<double> values = pair.AsDouble();
            long gradient = (long)Math.Round(values.GetElement(0) * gradientFactor);
            long hessian = (long)Math.Round(values.GetElement(1) * hessianFactor);
            pair = Vector128.Create(gradient, (hessian << countBits) | 1);
        }
    }

    /// <summary>The gradient of a sum.</summary>
    public double Gradient(Vector128<long> sum) => sum.GetElement(0) * this.GradientUnit;

    /// <summary>The hessian of a sum.</summary>
    public double Hessian(Vector128<long> sum) => (sum.GetElement(1) >> this.CountBits) * this.HessianUnit;

    /// <summary>The number of rows of a sum.</summary>
    public int Count(Vector128<long> sum) => (int)(sum.GetElement(1) & ((1L << this.CountBits) - 1));

    // A power of two between 2^-900 and 2^900, so that its reciprocal is one too.
    private static double Unit(double sum, int bits) => Math.ScaleB(1, Math.Clamp((sum > 0 ? Math.ILogB(sum) + 1 : 0) - bits, -900, 900));
}
