namespace ModelSdk.Engine.Training.Networks;

/// <summary>
/// Drops units at random while training, and multiplies the others so that their expectation stays (Srivastava, Hinton, Krizhevsky, Sutskever and
/// Salakhutdinov, "Dropout: a simple way to prevent neural networks from overfitting", JMLR 15, 2014, in the inverted form of §10).
/// </summary>
/// <param name="rate">The probability of being dropped, 0 to below 1.</param>
/// <param name="random">Draws.</param>
internal sealed class Dropout(double rate, SeededRandom random)
{
    /// <summary>By what the kept units of a rate are multiplied.</summary>
    /// <param name="rate">The probability of being dropped.</param>
    public static double Scale(double rate) => 1 / (1 - rate);

    /// <summary>Drops units.</summary>
    /// <param name="units">Changed.</param>
    public void Apply(Span<double> units)
    {
        double scale = Scale(rate);
        for (int index = 0; index < units.Length; index++)
        {
            units[index] = random.NextDouble() < rate ? 0 : units[index] * scale;
        }
    }
}
