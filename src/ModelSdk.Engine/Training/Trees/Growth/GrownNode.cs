namespace ModelSdk.Engine.Training.Trees;

/// <summary>A node of a tree that grows: a leaf until it is split.</summary>
internal sealed class GrownNode
{
    /// <summary>The feature of a split; −1 for a leaf.</summary>
    public int Feature { get; set; } = -1;

    /// <summary>Numbers: the last bin that goes left.</summary>
    public int Bin { get; set; }

    /// <summary>For each bin of the feature 1 where it goes left, else 0.</summary>
    public byte[] GoesLeft { get; set; } = [];

    /// <summary>The left child.</summary>
    public int Left { get; set; }

    /// <summary>The right child.</summary>
    public int Right { get; set; }

    /// <summary>The value of a leaf, one for each output that the tree adds to.</summary>
    public double[] Values { get; set; } = [0];

    /// <summary>How many training rows reached the node.</summary>
    public double Cover { get; set; }

    /// <summary>A leaf's first row in the partition.</summary>
    public int Begin { get; set; }

    /// <summary>How many rows of the partition a leaf has.</summary>
    public int Count { get; set; }

    /// <summary>The least value that a leaf may have.</summary>
    public double Lower { get; set; } = double.NegativeInfinity;

    /// <summary>The greatest value that a leaf may have.</summary>
    public double Upper { get; set; } = double.PositiveInfinity;
}
