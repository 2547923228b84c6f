namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Bins of categories: one for each of the most frequent ones with a fitted row, in the order of their codes, then one for all others, known or
/// not, then that of missing values.
/// </summary>
/// <param name="binOfCode">For each code the model knows, its bin.</param>
/// <param name="kept">How many categories have a bin of their own.</param>
internal sealed class CategoryBins(int[] binOfCode, int kept) : FeatureBins
{
    /// <summary>How many categories can have a bin of their own.</summary>
    public const int MostKept = 4096;

    /// <inheritdoc/>
    public override int Count => kept + 2;

    /// <summary>The bin of all categories without their own.</summary>
    public int OtherBin => kept;

    /// <summary>For each code the model knows, its bin.</summary>
    public IReadOnlyList<int> BinOfCode => binOfCode;

    /// <inheritdoc/>
    public override int BinOf(double value) =>
        double.IsNaN(value) ? this.MissingBin : value < 0 || value >= binOfCode.Length ? this.OtherBin : binOfCode[(int)value];
}
