using ModelSdk.Contracts.Models.Trees;

namespace ModelSdk.Runtime.Kernels;

/// <summary>The sets of categories that go left.</summary>
/// <param name="trees">The trees, checked.</param>
internal sealed class TreeCategories(TreeEnsemble trees)
{
    private readonly int[] offsets = [.. trees.CategoryOffsets];
    private readonly int[] words = [.. trees.CategoryBits];

    /// <summary>Whether a categorical split sends a value left.</summary>
    /// <param name="node">The split.</param>
    /// <param name="value">The code, NaN where missing; a fraction counts as the whole number towards 0.</param>
    public bool GoesLeft(in TreeNode node, double value)
    {
        if (double.IsNaN(value))
        {
            return node.Has(TreeDecision.MissingLeft);
        }

        if (value <= -1)
        {
            return node.Has(TreeDecision.UnknownLeft);
        }

        int set = (int)node.Value;
        int first = this.offsets[set];
        return value < 32.0 * (this.offsets[set + 1] - first) && ((this.words[first + ((int)value >> 5)] >> ((int)value & 31)) & 1) != 0;
    }
}
