namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>Counts how long nothing has improved (Prechelt, "Early stopping, but when?", 1998, criterion UP without strips).</summary>
/// <param name="settings">Patience and what counts as an improvement.</param>
internal sealed class ImprovementCounter(OptimiserSettings settings)
{
    private double least;
    private double threshold;
    private int without;

    /// <summary>Whether nothing has improved for as long as patience lasts.</summary>
    public bool IsExhausted => this.without >= settings.Patience;

    /// <summary>Takes note of the value at the start.</summary>
    /// <param name="value">The value.</param>
    public void Begin(double value)
    {
        this.least = value;
        this.threshold = settings.MinimumImprovement * Math.Abs(value);
    }

    /// <summary>Takes note of the next value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether patience lasts.</returns>
    public bool Add(double value)
    {
        bool improved = value < this.least - this.threshold;
        this.least = improved ? value : this.least;
        this.without = improved ? 0 : this.without + 1;
        return !this.IsExhausted;
    }
}
