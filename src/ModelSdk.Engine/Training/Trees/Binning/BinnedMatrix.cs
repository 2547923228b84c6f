using System.Runtime.CompilerServices;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>The bins of all features in all rows: the fitted rows first, then those that only validate.</summary>
internal sealed class BinnedMatrix
{
    private readonly (BinnedGroup Group, int Shift)[] places;

    /// <summary>Creates the matrix.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="features">How each feature falls into bins.</param>
    /// <param name="groups">The bins; together all features.</param>
    public BinnedMatrix(int rows, IReadOnlyList<FeatureBins> features, IReadOnlyList<BinnedGroup> groups)
    {
        this.Rows = rows;
        this.Features = [.. features];
        this.Groups = [.. groups];
        this.places = new (BinnedGroup, int)[features.Count];
        foreach (BinnedGroup group in groups)
        {
            for (int index = 0; index < group.Features.Length; index++)
            {
                this.places[group.Features[index]] = (group, index * 8);
            }
        }

        this.Offsets = new int[features.Count + 1];
        for (int feature = 0; feature < features.Count; feature++)
        {
            this.Offsets[feature + 1] = this.Offsets[feature] + features[feature].Count;
        }
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>How each feature falls into bins.</summary>
    public FeatureBins[] Features { get; }

    /// <summary>The groups of features.</summary>
    public BinnedGroup[] Groups { get; }

    /// <summary>Where each feature's bins begin in a histogram; one more element is the number of all bins.</summary>
    public int[] Offsets { get; }

    /// <summary>The number of bins of all features.</summary>
    public int BinCount => this.Offsets[^1];

    /// <summary>Where the bins of a feature lie: a byte of a group's word, or a wide column.</summary>
    public (BinnedGroup Group, int Shift) Place(int feature) => this.places[feature];

    /// <summary>The bin of a feature in a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Bin(int feature, int row)
    {
        (BinnedGroup group, int shift) = this.places[feature];
        return group.IsWide ? group.Wide[row] : (byte)(group.Words[row] >> shift);
    }
}
