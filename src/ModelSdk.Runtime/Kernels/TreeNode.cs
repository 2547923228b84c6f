using System.Runtime.InteropServices;
using ModelSdk.Contracts.Models.Trees;

namespace ModelSdk.Runtime.Kernels;

/// <summary>A node as the kernel walks it, 16 bytes. The left child of a split is the next node.</summary>
/// <param name="Value">A leaf's value, or a numeric split's threshold.</param>
/// <param name="Next">A split's right child, or where the values of a leaf with several begin.</param>
/// <param name="Test">The slot in the upper 24 bits, the <see cref="TreeDecision"/> and <see cref="Leaf"/> in the lower 8.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TreeNode(double Value, int Next, uint Test)
{
    /// <summary>Marks a leaf.</summary>
    public const uint Leaf = 0x80;

    /// <summary>A split reads a slot below this one.</summary>
    public const int SlotLimit = 1 << 24;

    /// <summary>The flags whose numeric splits need more than one comparison.</summary>
    private const uint Special = (uint)(TreeDecision.Categorical | TreeDecision.MissingIsZero | TreeDecision.ZeroIsMissing);

    /// <summary>Whether the node is a leaf.</summary>
    public bool IsLeaf => (this.Test & Leaf) != 0;

    /// <summary>Whether one comparison with the threshold does not decide.</summary>
    public bool IsSpecial => (this.Test & Special) != 0;

    /// <summary>The slot that a split reads.</summary>
    public int Slot => (int)(this.Test >> 8);

    /// <summary>Whether a flag is set.</summary>
    public bool Has(TreeDecision flag) => (this.Test & (uint)flag) != 0;
}
