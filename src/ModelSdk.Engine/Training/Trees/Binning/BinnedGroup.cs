namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Up to four narrow features, whose bins share a 32-bit word, one byte each, so that one load serves four histograms; or one wide feature.
/// </summary>
internal sealed class BinnedGroup
{
    /// <summary>How many narrow features share a word.</summary>
    public const int Width = 4;

    /// <summary>The features, by their number in the matrix; the first narrow one in the lowest byte.</summary>
    public required int[] Features { get; init; }

    /// <summary>Narrow features: the word of each row; empty for a wide one.</summary>
    public uint[] Words { get; init; } = [];

    /// <summary>A wide feature: its bin in each row; empty for narrow ones.</summary>
    public ushort[] Wide { get; init; } = [];

    /// <summary>Whether this is a wide feature.</summary>
    public bool IsWide => this.Wide.Length > 0;
}
