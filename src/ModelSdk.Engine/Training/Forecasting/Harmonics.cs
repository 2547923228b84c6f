using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Sines and cosines of the position in a period: they take the season as smooth as a regression needs it.</summary>
/// <param name="Period">The length of the period in steps, above 1.</param>
/// <param name="Count">How many harmonics; the last sine of an even period is 0 everywhere and is left out.</param>
internal sealed record Harmonics(double Period, int Count)
{
    private const int Most = 6;
    private const int MostOfLongPeriod = 3;
    private const int LongPeriod = 24;

    /// <summary>The harmonics of a period: all of them up to six for a short one, three for a long one.</summary>
    /// <param name="period">The length in steps, above 1.</param>
    public static Harmonics Of(double period) => new(period, period > LongPeriod ? MostOfLongPeriod : Math.Max(1, Math.Min(Most, (int)(period / 2))));

    /// <summary>How many numbers <see cref="Write"/> writes.</summary>
    public int Width => (2 * this.Count) - (2 * this.Count == this.Period ? 1 : 0);

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => Enumerable.Range(0, this.Width).Select(index => FormattableString.Invariant($"{(index % 2 == 0 ? "cos" : "sin")} {(index / 2) + 1} of {this.Period}"));

    /// <summary>Writes the numbers of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="destination">Gets <see cref="Width"/> numbers.</param>
    public void Write(long step, Span<double> destination)
    {
        for (int index = 0; index < this.Width; index++)
        {
            double turns = step * ((index / 2) + 1) / this.Period;
            destination[index] = Cosine(index % 2 == 0 ? turns : turns - 0.25);
        }
    }

    private static double Cosine(double turns)
    {
        double half = 2 * (turns - Math.Floor(turns));
        return HalfWave.Cosine(half > 1 ? 2 - half : half);
    }
}
