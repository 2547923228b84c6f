namespace ModelSdk.Contracts.Models.Trees;

/// <summary>The tensors of the kernel <c>trees</c>; FORMAT.md says what they hold.</summary>
public static class TreeTensorNames
{
    /// <summary>F64 [outputs]: the margins before the first tree.</summary>
    public const string Base = "trees.base";

    /// <summary>I32 [trees]: each tree's first node.</summary>
    public const string Roots = "trees.roots";

    /// <summary>I32 [trees]: the margin that each tree adds to; absent where leaves hold a value for every margin.</summary>
    public const string Outputs = "trees.outputs";

    /// <summary>I32 [nodes]: the slot that a split reads; −1 for a leaf.</summary>
    public const string Slots = "trees.slots";

    /// <summary>I32 [nodes]: a split's right child; 0 for a leaf. The left child is the next node.</summary>
    public const string Right = "trees.right";

    /// <summary>U8 [nodes]: <see cref="TreeDecision"/>; 0 for a leaf.</summary>
    public const string Flags = "trees.flags";

    /// <summary>F32 or F64 [numeric splits]: the thresholds, in node order. Their type is the precision in which values are compared.</summary>
    public const string Thresholds = "trees.thresholds";

    /// <summary>F64 [leaves] or [leaves, outputs]: what leaves add to the margins, in node order.</summary>
    public const string Values = "trees.values";

    /// <summary>I32 [categorical splits + 1]: where each split's set begins in <see cref="CategoryBits"/>.</summary>
    public const string CategoryOffsets = "trees.category_offsets";

    /// <summary>I32 [words]: bit b of a set's word w says that code 32 w + b goes left.</summary>
    public const string CategoryBits = "trees.category_bits";

    /// <summary>F64 [nodes]: the weight of the training rows that reached each node; absent where unknown. Explanations need it, scores do not.</summary>
    public const string Cover = "trees.cover";
}
