using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>A leaf that may be split.</summary>
/// <param name="node">The leaf in the tree.</param>
/// <param name="total">The sums of its rows.</param>
/// <param name="depth">How many splits lie above it.</param>
internal sealed class OpenLeaf(GrownNode node, Vector128<long> total, int depth)
{
    /// <summary>The leaf in the tree.</summary>
    public GrownNode Node => node;

    /// <summary>The sums of its rows.</summary>
    public Vector128<long> Total => total;

    /// <summary>How many splits lie above it.</summary>
    public int Depth => depth;

    /// <summary>The sums by bin of all features; null until they are needed.</summary>
    public Vector128<long>[]? Histogram { get; set; }

    /// <summary>The best split; null where none is allowed.</summary>
    public SplitCandidate? Best { get; set; }

    /// <summary>What the best split adds to the leaf's own gain.</summary>
    public double Improvement { get; set; } = double.NegativeInfinity;
}
