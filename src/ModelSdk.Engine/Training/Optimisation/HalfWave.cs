namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>The cosine from 0 to π with the same bits on every machine.</summary>
internal static class HalfWave
{
    private const int LastTerm = 23;

    /// <summary>cos(π x) = sin(π (½ − x)), by the Taylor series of the sine; absolute error below 10⁻¹⁵.</summary>
    /// <param name="x">0 to 1.</param>
    public static double Cosine(double x)
    {
        double angle = Math.PI * (0.5 - x);
        double square = angle * angle;
        double sum = 1;
        for (int term = LastTerm; term > 1; term -= 2)
        {
            sum = 1 - (square / (term * (term - 1)) * sum);
        }

        return angle * sum;
    }
}
