namespace ModelSdk.Runtime.Numerics;

/// <content>Functions that turn margins into probabilities, and their logarithms.</content>
public static partial class DeterministicMath
{
    /// <summary>The logistic function 1 / (1 + e^−x), from 0 to 1; keeps its relative precision for very negative x.</summary>
    /// <param name="x">A margin; NaN gives NaN.</param>
    public static double Sigmoid(double x)
    {
        double exponential = Exp(-Math.Abs(x));
        return (x < 0 ? exponential : 1) / (1 + exponential);
    }

    /// <summary>ln(1 + e^x), without overflow.</summary>
    /// <param name="x">Any number; NaN gives NaN.</param>
    public static double Softplus(double x) => (x > 0 ? x : 0) + LogP1(Exp(-Math.Abs(x)));

    /// <summary>The logarithm of <see cref="Sigmoid"/>, −<see cref="Softplus"/>(−x): finite wherever x is.</summary>
    /// <param name="x">A margin; NaN gives NaN.</param>
    public static double LogSigmoid(double x) => -Softplus(-x);

    /// <summary>ln Σ e^x over the values, without overflow; minus infinity for no values.</summary>
    /// <param name="values">Margins; an infinite maximum is returned as it is.</param>
    public static double LogSumExp(ReadOnlySpan<double> values)
    {
        double maximum = Maximum(values);
        if (double.IsInfinity(maximum))
        {
            return maximum;
        }

        double sum = 0;
        foreach (double value in values)
        {
            sum += Exp(value - maximum);
        }

        return maximum + Log(sum);
    }

    /// <summary>Replaces margins by probabilities e^x / Σ e^x, without overflow.</summary>
    /// <param name="values">Finite margins, one for each class.</param>
    public static void Softmax(Span<double> values)
    {
        double maximum = Maximum(values);
        double sum = 0;
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = Exp(values[index] - maximum);
            sum += values[index];
        }

        for (int index = 0; index < values.Length; index++)
        {
            values[index] /= sum;
        }
    }

    private static double Maximum(ReadOnlySpan<double> values)
    {
        double maximum = double.NegativeInfinity;
        foreach (double value in values)
        {
            maximum = value > maximum || double.IsNaN(value) ? value : maximum;
        }

        return maximum;
    }
}
