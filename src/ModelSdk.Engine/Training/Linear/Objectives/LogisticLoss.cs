using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>−ln P(label) with P(1) = 1 / (1 + e^−margin); several rows at a time, by the same operations for every row on every processor.</summary>
internal sealed class LogisticLoss : RowLoss
{
    private const int Lanes = 4;
    private const double SmallestExponent = -708;
    private const double InverseLogarithmOfTwo = 1.4426950408889634;
    private const double LogarithmOfTwoHigh = 0.693147175014019;
    private const double LogarithmOfTwoLow = 5.5459262969660605e-09;
    private const double RoundingShift = 6755399441055744.0;
    private const double SquareRootOfTwo = 1.4142135623730951;

    /// <inheritdoc/>
    public override void Evaluate(Span<double> margins, ReadOnlySpan<double> targets, Span<double> losses)
    {
        int row = 0;
        for (; row <= margins.Length - Lanes; row += Lanes)
        {
            Step(margins.Slice(row, Lanes), targets.Slice(row, Lanes), losses.Slice(row, Lanes));
        }

        Span<double> padded = stackalloc double[3 * Lanes];
        padded.Clear();
        int rest = margins.Length - row;
        margins[row..].CopyTo(padded);
        targets[row..].CopyTo(padded[Lanes..]);
        Step(padded[..Lanes], padded.Slice(Lanes, Lanes), padded[(2 * Lanes)..]);
        padded[..rest].CopyTo(margins[row..]);
        padded.Slice(2 * Lanes, rest).CopyTo(losses[row..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(Span<double> margins, ReadOnlySpan<double> targets, Span<double> losses)
    {
        Vector256<double> margin = Vector256.Create<double>(margins);
        Vector256<double> target = Vector256.Create(targets);
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> power = ExpOfNegative(-Vector256.Abs(margin));
        Vector256<double> probability = Vector256.ConditionalSelect(Vector256.LessThan(margin, Vector256<double>.Zero), power, one) / (one + power);
        (probability - target).CopyTo(margins);
        Vector256<double> wrong = Vector256.ConditionalSelect(Vector256.Equals(target, one), -margin, margin);
        (Vector256.Max(wrong, Vector256<double>.Zero) + LogOfOnePlus(power)).CopyTo(losses);
    }

    // The Taylor series of DeterministicMath.Exp; below −708 the power is as good as 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpOfNegative(Vector256<double> x)
    {
        x = Vector256.Max(x, Vector256.Create(SmallestExponent));
        Vector256<double> shift = Vector256.Create(RoundingShift);
        Vector256<double> shifted = (x * Vector256.Create(InverseLogarithmOfTwo)) + shift;
        Vector256<double> whole = shifted - shift;
        Vector256<double> r = (x - (whole * Vector256.Create(LogarithmOfTwoHigh))) - (whole * Vector256.Create(LogarithmOfTwoLow));
        Vector256<double> r2 = r * r;
        Vector256<double> r4 = r2 * r2;
        Vector256<double> low = Pair(1.0 / 2, 1.0 / 6, r) + (r2 * Pair(1.0 / 24, 1.0 / 120, r));
        Vector256<double> middle = Pair(1.0 / 720, 1.0 / 5040, r) + (r2 * Pair(1.0 / 40320, 1.0 / 362880, r));
        Vector256<double> high = Pair(1.0 / 3628800, 1.0 / 39916800, r) + (r2 * Pair(1.0 / 479001600, 1.0 / 6227020800, r));
        Vector256<double> reduced = r + (r2 * ((low + (r4 * middle)) + ((r4 * r4) * high)));
        Vector256<double> power = Vector256.ShiftLeft(shifted.AsInt64() + Vector256.Create(1023L), 52).AsDouble();
        return power * (Vector256<double>.One + reduced);
    }

    // ln(1 + e) for e from 0 to 1, by the series of DeterministicMath.Log and LogP1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogOfOnePlus(Vector256<double> e)
    {
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> sum = one + e;
        Vector256<double> isLarge = Vector256.GreaterThan(sum, Vector256.Create(SquareRootOfTwo));
        Vector256<double> f = Vector256.ConditionalSelect(isLarge, sum * Vector256.Create(0.5), sum) - one;
        Vector256<double> exponent = Vector256.ConditionalSelect(isLarge, one, Vector256<double>.Zero);
        Vector256<double> s = f / (Vector256.Create(2.0) + f);
        Vector256<double> t = s * s;
        Vector256<double> t2 = t * t;
        Vector256<double> t4 = t2 * t2;
        Vector256<double> low = Pair(2.0 / 3, 2.0 / 5, t) + (t2 * Pair(2.0 / 7, 2.0 / 9, t));
        Vector256<double> middle = Pair(2.0 / 11, 2.0 / 13, t) + (t2 * Pair(2.0 / 15, 2.0 / 17, t));
        Vector256<double> high = Vector256.Create(2.0 / 19) + (t * Pair(2.0 / 21, 2.0 / 23, t));
        Vector256<double> series = t * ((low + (t4 * middle)) + ((t4 * t4) * high));
        Vector256<double> half = Vector256.Create(0.5) * f * f;
        Vector256<double> correction = (s * (half + series)) + (exponent * Vector256.Create(LogarithmOfTwoLow));
        Vector256<double> logarithm = (exponent * Vector256.Create(LogarithmOfTwoHigh)) - ((half - correction) - f);
        return logarithm + ((e - (sum - one)) / sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Pair(double constant, double linear, Vector256<double> x) => Vector256.Create(constant) + (x * Vector256.Create(linear));
}
