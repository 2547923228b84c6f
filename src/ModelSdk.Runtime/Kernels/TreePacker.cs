using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Models.Trees;

namespace ModelSdk.Runtime.Kernels;

/// <summary>Repacks the logical arrays of trees as nodes.</summary>
internal static class TreePacker
{
    /// <summary>The nodes, in the trees' own order. The threshold's place of a categorical split holds the number of its set.</summary>
    /// <exception cref="ModelFormatException">A split reads a slot that the model does not have.</exception>
    public static TreeNode[] Pack(TreeEnsemble trees, int slotCount)
    {
        TreeNode[] nodes = new TreeNode[trees.Slots.Count];
        int leaf = 0;
        int numeric = 0;
        int categorical = 0;
        for (int node = 0; node < nodes.Length; node++)
        {
            int slot = trees.Slots[node];
            nodes[node] = slot < 0 ? Leaf(trees, leaf++)
                : trees.Flags[node].HasFlag(TreeDecision.Categorical) ? Split(trees, node, categorical++)
                : Split(trees, node, Threshold(trees, numeric++));
            if (slot >= Math.Min(slotCount, TreeNode.SlotLimit))
            {
                throw new ModelFormatException($"The model file's trees are damaged: a split reads slot {slot}; the model has {slotCount}.");
            }
        }

        return nodes;
    }

    private static TreeNode Leaf(TreeEnsemble trees, int leaf) =>
        trees.ValueWidth == 1 ? new(trees.Values[leaf], 0, TreeNode.Leaf) : new(0, leaf * trees.ValueWidth, TreeNode.Leaf);

    private static TreeNode Split(TreeEnsemble trees, int node, double value) =>
        new(value, trees.Right[node], ((uint)trees.Slots[node] << 8) | (uint)trees.Flags[node]);

    private static double Threshold(TreeEnsemble trees, int split) =>
        trees.SinglePrecision ? TreeThreshold.Widen((float)trees.Thresholds[split]) : trees.Thresholds[split];
}
