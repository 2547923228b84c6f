namespace ModelSdk.Contracts.Models.Trees;

/// <summary>What must hold so that walking the trees ends at a leaf and adds finite numbers.</summary>
internal static class TreeEnsembleRules
{
    private const TreeDecision NumericFlags = TreeDecision.MissingLeft | TreeDecision.MissingIsZero | TreeDecision.ZeroIsMissing;
    private const TreeDecision CategoricalFlags = TreeDecision.Categorical | TreeDecision.MissingLeft | TreeDecision.UnknownLeft;

    /// <summary>Checks the arrays against each other.</summary>
    /// <exception cref="ModelFormatException">They do not describe trees.</exception>
    public static void Check(TreeEnsemble trees)
    {
        CheckSizes(trees);
        CheckRoots(trees);
        CheckCategories(trees);
        Require(trees.Base.All(double.IsFinite) && trees.Values.All(double.IsFinite), "a leaf or base value is not finite");
        Require(!trees.Thresholds.Any(double.IsNaN), "a threshold is not a number");
        Require(trees.Cover.All(weight => weight >= 0 && double.IsFinite(weight)), "a cover is negative or not finite");
        for (int tree = 0; tree < trees.Roots.Count; tree++)
        {
            CheckTree(trees, trees.Roots[tree], tree + 1 < trees.Roots.Count ? trees.Roots[tree + 1] : trees.Slots.Count);
        }
    }

    private static void CheckSizes(TreeEnsemble trees)
    {
        int nodes = trees.Slots.Count;
        int leaves = trees.Slots.Count(slot => slot == -1);
        int categorical = trees.Flags.Count(flags => flags.HasFlag(TreeDecision.Categorical));
        Require(trees.Base.Count > 0, "there is no margin");
        Require(trees.Right.Count == nodes && trees.Flags.Count == nodes, "the nodes' arrays differ in length");
        Require(trees.Thresholds.Count == nodes - leaves - categorical, "thresholds and numeric splits differ in number");
        Require((long)leaves * trees.ValueWidth == trees.Values.Count, "values and leaves differ in number");
        Require(trees.CategoryOffsets.Count == categorical + 1, "sets and categorical splits differ in number");
        Require(trees.Cover.Count == 0 || trees.Cover.Count == nodes, "covers and nodes differ in number");
        Require(trees.Outputs.Count == 0 || trees.Outputs.Count == trees.Roots.Count, "outputs and trees differ in number");
        Require(trees.Outputs.All(output => output >= 0 && output < trees.Base.Count), "a tree adds to a margin that does not exist");
    }

    private static void CheckRoots(TreeEnsemble trees)
    {
        Require(trees.Roots.Count > 0 ? trees.Roots[0] == 0 : trees.Slots.Count == 0, "the first tree does not begin at the first node");
        for (int tree = 1; tree < trees.Roots.Count; tree++)
        {
            Require(trees.Roots[tree] > trees.Roots[tree - 1], "the trees' roots do not ascend");
        }

        Require(trees.Roots.Count == 0 || trees.Roots[^1] < trees.Slots.Count, "a tree has no node");
    }

    private static void CheckCategories(TreeEnsemble trees)
    {
        Require(trees.CategoryOffsets[0] == 0 && trees.CategoryOffsets[^1] == trees.CategoryBits.Count, "the categories' sets do not fill their words");
        for (int set = 1; set < trees.CategoryOffsets.Count; set++)
        {
            Require(trees.CategoryOffsets[set] >= trees.CategoryOffsets[set - 1], "the categories' sets overlap");
        }
    }

    // In preorder a subtree is a range of nodes: a leaf alone, or a split, its left range and its right range. So no node is shared or left out.
    private static void CheckTree(TreeEnsemble trees, int root, int end)
    {
        Stack<int> ends = new([end]);
        for (int node = root; node < end; node++)
        {
            Require(ends.Count > 0, "a tree's nodes are not in preorder");
            int last = ends.Pop();
            if (trees.Slots[node] == -1)
            {
                Require(node + 1 == last && trees.Flags[node] == TreeDecision.None && trees.Right[node] == 0, "a leaf is followed by nodes that belong to nothing");
                continue;
            }

            CheckSplit(trees, node);
            Require(trees.Right[node] > node + 1 && trees.Right[node] < last, "a child lies outside its tree or before its parent");
            ends.Push(last);
            ends.Push(trees.Right[node]);
        }
    }

    private static void CheckSplit(TreeEnsemble trees, int node)
    {
        TreeDecision flags = trees.Flags[node];
        TreeDecision valid = flags.HasFlag(TreeDecision.Categorical) ? CategoricalFlags : NumericFlags;
        Require(trees.Slots[node] >= 0, "a node has a negative slot");
        Require((flags & ~valid) == 0, "a split has flags that contradict each other or are unknown");
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new ModelFormatException($"The model file's trees are damaged: {problem}.");
        }
    }
}
