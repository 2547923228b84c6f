namespace ModelSdk.Contracts.Models.Trees;

/// <summary>How a split of a decision tree decides. Without any flag a numeric split sends value ≤ threshold left, all else, NaN included, right.</summary>
[Flags]
#pragma warning disable CA1028 // One byte is what the model file holds.
public enum TreeDecision : byte
#pragma warning restore CA1028
{
    /// <summary>Numeric; a missing value goes right.</summary>
    None = 0,

    /// <summary>A missing value goes left.</summary>
    MissingLeft = 1,

    /// <summary>The value is the code of a category: those of the split's set go left.</summary>
    Categorical = 2,

    /// <summary>Of a categorical split: a negative code, the category that the model does not know, goes left.</summary>
    UnknownLeft = 4,

    /// <summary>Of a numeric split: NaN counts as 0 (LightGBM's missing types None and Zero).</summary>
    MissingIsZero = 8,

    /// <summary>Of a numeric split: a value within ±1e-35, as 32-bit float, counts as missing (LightGBM's missing type Zero).</summary>
    ZeroIsMissing = 16,
}
