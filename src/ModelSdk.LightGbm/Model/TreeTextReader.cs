namespace ModelSdk.LightGbm.Model;

/// <summary>Reads one tree of a model text (<c>Tree::ToString</c> in LightGBM's source).</summary>
internal static class TreeTextReader
{
    private static readonly string[] Known =
    [
        "num_leaves", "num_cat", "split_feature", "split_gain", "threshold", "decision_type", "left_child", "right_child", "leaf_value", "leaf_weight",
        "leaf_count", "internal_value", "internal_weight", "internal_count", "cat_boundaries", "cat_threshold", "is_linear", "shrinkage",
    ];

    /// <summary>Reads the lines after <c>Tree=</c>.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="features">How many features there are.</param>
    /// <exception cref="ModelTextException">They do not describe a tree.</exception>
    public static TreeText Read(TextLines lines, int features)
    {
        TextFields fields = lines.ReadFields(Known);
        int leaves = fields.Count("num_leaves") is > 0 and int count ? count : throw fields.Error("num_leaves", "is 0");
        if (fields.Count("is_linear") != 0)
        {
            throw fields.Error("is_linear", "is 1: trees with a linear model in each leaf cannot be converted");
        }

        int sets = fields.Count("num_cat");
        int[] boundaries = sets > 0 ? Boundaries(fields, sets) : [0];
        TreeText tree = Read(fields, leaves, boundaries);
        Check(fields, tree, features);
        return tree;
    }

    private static TreeText Read(TextFields fields, int leaves, int[] boundaries) => new()
    {
        SplitFeature = fields.Numbers<int>("split_feature", leaves - 1),
        Threshold = fields.Thresholds("threshold", leaves - 1),
        Decision = [.. fields.Numbers<int>("decision_type", leaves - 1).Select(bits => new DecisionType(bits))],
        LeftChild = fields.Numbers<int>("left_child", leaves - 1),
        RightChild = fields.Numbers<int>("right_child", leaves - 1),
        LeafValue = fields.Numbers<double>("leaf_value", leaves),
        LeafCount = fields.Numbers<int>("leaf_count", leaves),
        InternalCount = fields.Numbers<int>("internal_count", leaves - 1),
        CategoryBoundaries = boundaries,
        CategoryWords = fields.Numbers<uint>("cat_threshold", boundaries[^1]),
    };

    private static int[] Boundaries(TextFields fields, int sets)
    {
        int[] boundaries = fields.Numbers<int>("cat_boundaries", sets + 1);
        bool ascends = boundaries[0] == 0 && Enumerable.Range(0, sets).All(set => boundaries[set] <= boundaries[set + 1]);
        return ascends ? boundaries : throw fields.Error("cat_boundaries", "does not ascend from 0");
    }

    private static void Check(TextFields fields, TreeText tree, int features)
    {
        if (!tree.SplitFeature.All(feature => feature >= 0 && feature < features))
        {
            throw fields.Error("split_feature", "names a feature that does not exist");
        }

        if (!tree.Decision.All(decision => decision.Bits is >= 0 and <= DecisionType.Largest))
        {
            throw fields.Error("decision_type", "holds a number without meaning");
        }

        int sets = tree.CategoryBoundaries.Length - 1;
        if (!tree.Decision.Zip(tree.Threshold).All(split => !split.First.IsCategorical || (split.Second >= 0 && split.Second < sets && double.IsInteger(split.Second))))
        {
            throw fields.Error("threshold", "names a set of categories that does not exist");
        }
    }
}
