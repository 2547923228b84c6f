using System.Runtime.CompilerServices;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Models.Trees;

namespace ModelSdk.Runtime.Kernels;

/// <summary>
/// Decision trees: margin = base + Σ leaf, added in double precision, tree after tree in the file's order. The file's trees are in preorder, and
/// so are the nodes here, in one array, so that the left child is mostly in the cache line that is already there.
/// </summary>
internal sealed class TreeKernel : Kernel
{
    // LightGBM's bound of zero, a 32-bit float.
    private const double ZeroBound = 1e-35f;

    private readonly double[] baseMargins;
    private readonly int[] roots;
    private readonly int[] outputs;
    private readonly TreeNode[] nodes;
    private readonly double[] values;
    private readonly TreeCategories categories;

    private TreeKernel(TreeEnsemble trees, int slotCount)
    {
        this.baseMargins = [.. trees.Base];
        this.roots = [.. trees.Roots];
        this.outputs = [.. trees.Outputs];
        this.values = trees.ValueWidth == 1 ? [] : [.. trees.Values];
        this.categories = new TreeCategories(trees);
        this.nodes = TreePacker.Pack(trees, slotCount);
    }

    /// <inheritdoc/>
    public override int OutputCount => this.baseMargins.Length;

    /// <summary>Repacks a model file's tensors.</summary>
    /// <param name="file">The model file.</param>
    /// <param name="slotCount">How many values a row has.</param>
    /// <param name="outputs">How many margins the task needs.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit.</exception>
    public static TreeKernel Read(ModelFile file, int slotCount, int outputs)
    {
        TreeEnsemble trees = TreeEnsemble.Read(file);
        return trees.OutputCount == outputs
            ? new TreeKernel(trees, slotCount)
            : throw new ModelFormatException($"The model file's trees have {trees.OutputCount} outputs; the task needs {outputs}.");
    }

    /// <inheritdoc/>
    public override void ComputeMargins(ReadOnlySpan<double> slots, Span<double> margins)
    {
        this.baseMargins.CopyTo(margins);
        if (this.values.Length > 0)
        {
            this.AddVectors(slots, margins);
            return;
        }

        for (int tree = 0; tree < this.roots.Length; tree++)
        {
            margins[this.outputs[tree]] += this.FindLeaf(this.roots[tree], slots).Value;
        }
    }

    private static bool NumberGoesLeft(in TreeNode node, double value)
    {
        if (double.IsNaN(value) && node.Has(TreeDecision.MissingIsZero))
        {
            value = 0;
        }

        bool missing = double.IsNaN(value) || (node.Has(TreeDecision.ZeroIsMissing) && Math.Abs(value) <= ZeroBound);
        return missing ? node.Has(TreeDecision.MissingLeft) : value <= node.Value;
    }

    private void AddVectors(ReadOnlySpan<double> slots, Span<double> margins)
    {
        foreach (int root in this.roots)
        {
            ReadOnlySpan<double> added = this.values.AsSpan(this.FindLeaf(root, slots).Next, margins.Length);
            for (int output = 0; output < added.Length; output++)
            {
                margins[output] += added[output];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly TreeNode FindLeaf(int index, ReadOnlySpan<double> slots)
    {
        TreeNode[] all = this.nodes;
        ref readonly TreeNode node = ref all[index];
        while (!node.IsLeaf)
        {
            double value = slots[node.Slot];
            bool left = node.IsSpecial ? this.SpecialGoesLeft(node, value)
                : node.Has(TreeDecision.MissingLeft) ? !(value > node.Value)
                : value <= node.Value;
            index = left ? index + 1 : node.Next;
            node = ref all[index];
        }

        return ref node;
    }

    private bool SpecialGoesLeft(in TreeNode node, double value) =>
        node.Has(TreeDecision.Categorical) ? this.categories.GoesLeft(node, value) : NumberGoesLeft(node, value);
}
