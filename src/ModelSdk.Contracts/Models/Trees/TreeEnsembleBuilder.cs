namespace ModelSdk.Contracts.Models.Trees;

/// <summary>
/// Collects trees. Nodes are added in preorder: a split, then its whole left subtree, then its right subtree; <see cref="BeginTree"/> begins each tree.
/// </summary>
/// <param name="baseMargins">The margins before the first tree, one for each output; finite.</param>
/// <param name="singlePrecision">Whether values are rounded to 32-bit floats before they are compared.</param>
/// <param name="vectorLeaves">Whether each leaf holds a value for every output; otherwise each tree adds to one output.</param>
public sealed class TreeEnsembleBuilder(IReadOnlyList<double> baseMargins, bool singlePrecision, bool vectorLeaves)
{
    private readonly List<int> roots = [];
    private readonly List<int> outputs = [];
    private readonly List<int> slots = [];
    private readonly List<int> right = [];
    private readonly List<TreeDecision> flags = [];
    private readonly List<double> thresholds = [];
    private readonly List<double> values = [];
    private readonly List<int> categoryOffsets = [0];
    private readonly List<int> categoryBits = [];
    private readonly List<double> cover = [];
    private readonly Stack<int> open = new();

    /// <summary>How many trees there are.</summary>
    public int TreeCount => this.roots.Count;

    /// <summary>Begins a tree.</summary>
    /// <param name="output">The margin that it adds to; 0 where leaves hold a value for every margin.</param>
    public void BeginTree(int output)
    {
        this.roots.Add(this.slots.Count);
        if (!vectorLeaves)
        {
            this.outputs.Add(output);
        }
    }

    /// <summary>Adds a numeric split: value ≤ threshold goes left.</summary>
    /// <param name="slot">The slot that it reads.</param>
    /// <param name="threshold">The threshold; a 32-bit float where values are rounded to such.</param>
    /// <param name="decision">How missing values go.</param>
    /// <param name="weight">The weight of the training rows that reach it; NaN, for all nodes, where it is unknown.</param>
    public void AddSplit(int slot, double threshold, TreeDecision decision, double weight)
    {
        this.thresholds.Add(threshold);
        this.AddNode(slot, decision, weight);
    }

    /// <summary>Adds a categorical split: the codes of a set go left.</summary>
    /// <param name="slot">The slot that it reads.</param>
    /// <param name="leftCodes">Words of 32 bits: bit b of word w stands for code 32 w + b.</param>
    /// <param name="decision">How missing and unknown values go.</param>
    /// <param name="weight">The weight of the training rows that reach it; NaN, for all nodes, where it is unknown.</param>
    public void AddCategorySplit(int slot, IReadOnlyList<int> leftCodes, TreeDecision decision, double weight)
    {
        this.categoryBits.AddRange(leftCodes);
        this.categoryOffsets.Add(this.categoryBits.Count);
        this.AddNode(slot, decision | TreeDecision.Categorical, weight);
    }

    /// <summary>Adds a leaf.</summary>
    /// <param name="leafValues">What it adds: one value, or one for each output.</param>
    /// <param name="weight">The weight of the training rows that reach it; NaN, for all nodes, where it is unknown.</param>
    public void AddLeaf(ReadOnlySpan<double> leafValues, double weight)
    {
        this.values.AddRange(leafValues.ToArray());
        this.AddNode(-1, TreeDecision.None, weight);

        // The subtree of the innermost split whose right child is not known yet ends here: what comes next is that child.
        if (this.open.Count > 0)
        {
            this.right[this.open.Pop()] = this.slots.Count;
        }
    }

    /// <summary>Copies all trees of another ensemble of the same outputs and kind of leaves.</summary>
    /// <param name="other">The trees, checked.</param>
    public void AddTrees(TreeEnsemble other)
    {
        this.roots.AddRange(other.Roots.Select(root => root + this.slots.Count));
        this.right.AddRange(other.Right.Select((child, node) => other.Slots[node] < 0 ? 0 : child + this.slots.Count));
        this.outputs.AddRange(other.Outputs);
        this.slots.AddRange(other.Slots);
        this.flags.AddRange(other.Flags);
        this.thresholds.AddRange(other.Thresholds);
        this.values.AddRange(other.Values);
        this.categoryOffsets.AddRange(other.CategoryOffsets.Skip(1).Select(offset => offset + this.categoryBits.Count));
        this.categoryBits.AddRange(other.CategoryBits);
        this.cover.AddRange(other.Cover.Count > 0 ? other.Cover : Enumerable.Repeat(double.NaN, other.Slots.Count));
    }

    /// <summary>The trees, checked.</summary>
    /// <exception cref="ModelFormatException">The nodes do not describe trees.</exception>
    public TreeEnsemble Build()
    {
        TreeEnsemble trees = new()
        {
            Base = baseMargins,
            Roots = this.roots,
            Outputs = this.outputs,
            Slots = this.slots,
            Right = this.right,
            Flags = this.flags,
            Thresholds = this.thresholds,
            SinglePrecision = singlePrecision,
            Values = this.values,
            CategoryOffsets = this.categoryOffsets,
            CategoryBits = this.categoryBits,
            Cover = this.cover.Any(double.IsNaN) ? [] : this.cover,
        };
        TreeEnsembleRules.Check(trees);
        return trees;
    }

    private void AddNode(int slot, TreeDecision decision, double weight)
    {
        if (slot >= 0)
        {
            this.open.Push(this.slots.Count);
        }

        this.slots.Add(slot);
        this.right.Add(0);
        this.flags.Add(decision);
        this.cover.Add(weight);
    }
}
