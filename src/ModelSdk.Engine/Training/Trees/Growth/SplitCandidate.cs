using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>The best split of a leaf found so far.</summary>
internal sealed class SplitCandidate
{
    /// <summary>What both children gain; a split without any has minus infinity.</summary>
    public double Gain { get; set; } = double.NegativeInfinity;

    /// <summary>The feature.</summary>
    public int Feature { get; set; }

    /// <summary>Numbers: the last bin that goes left.</summary>
    public int Bin { get; set; }

    /// <summary>Numbers: whether missing values go left.</summary>
    public bool MissingLeft { get; set; }

    /// <summary>Categories: the bins that go left; null for numbers.</summary>
    public int[]? LeftBins { get; set; }

    /// <summary>The sums of the rows that go left.</summary>
    public Vector128<long> Left { get; set; }

    /// <summary>How the children's values come about.</summary>
    public LeafScore Score { get; set; }
}
