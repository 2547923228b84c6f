namespace ModelSdk.LightGbm.Model;

/// <summary>One tree, as LightGBM writes it: arrays over its splits and its leaves. A child ≥ 0 is a split, else ~child is a leaf.</summary>
internal sealed record TreeText
{
    /// <summary>The feature that each split reads.</summary>
    public required int[] SplitFeature { get; init; }

    /// <summary>The threshold of a numeric split, the number of its set for a categorical one.</summary>
    public required double[] Threshold { get; init; }

    /// <summary>How each split decides.</summary>
    public required DecisionType[] Decision { get; init; }

    /// <summary>Where each split sends what passes.</summary>
    public required int[] LeftChild { get; init; }

    /// <summary>Where each split sends all else.</summary>
    public required int[] RightChild { get; init; }

    /// <summary>What each leaf adds; the learning rate is in it.</summary>
    public required double[] LeafValue { get; init; }

    /// <summary>How many fitted rows reached each leaf.</summary>
    public required int[] LeafCount { get; init; }

    /// <summary>How many fitted rows reached each split.</summary>
    public required int[] InternalCount { get; init; }

    /// <summary>Where each set of categories begins; one more element ends the last.</summary>
    public required int[] CategoryBoundaries { get; init; }

    /// <summary>The sets: bit b of a set's word w stands for category 32 w + b.</summary>
    public required uint[] CategoryWords { get; init; }
}
