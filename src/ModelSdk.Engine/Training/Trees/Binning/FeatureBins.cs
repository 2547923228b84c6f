namespace ModelSdk.Engine.Training.Trees;

/// <summary>How the values of a feature fall into bins. The last bin is that of missing values.</summary>
internal abstract class FeatureBins
{
    /// <summary>The feature's column in the design, which is its slot.</summary>
    public required int Column { get; init; }

    /// <summary>The number of bins, that of missing values included.</summary>
    public abstract int Count { get; }

    /// <summary>The bin of missing values.</summary>
    public int MissingBin => this.Count - 1;

    /// <summary>Whether any row that is fitted misses the feature.</summary>
    public required bool HasMissing { get; init; }

    /// <summary>Whether the prediction may only rise with the feature (1), only fall (−1), or both (0).</summary>
    public int Monotone { get; init; }

    /// <summary>The bin of a value.</summary>
    /// <param name="value">A value as the design holds it; NaN where missing.</param>
    public abstract int BinOf(double value);
}
