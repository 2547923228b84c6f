using ModelSdk.Contracts.Models.Trees;

namespace ModelSdk.LightGbm.Model;

/// <summary>Makes trees of our kernel whose margins have the same bits as LightGBM's raw scores.</summary>
internal static class TreeConverter
{
    /// <summary>Converts a model. Values are compared in double precision, as LightGBM does.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ModelTextException">A tree's splits do not form a tree, or the objective is unknown.</exception>
    public static ConvertedModel Convert(ModelText model)
    {
        ObjectiveText objective = ObjectiveText.Read(model.Objective);
        TreeEnsembleBuilder builder = new(new double[model.TreesPerIteration], singlePrecision: false, vectorLeaves: false);
        for (int tree = 0; tree < model.Trees.Count; tree++)
        {
            builder.BeginTree(tree % model.TreesPerIteration);
            Append(builder, model.Trees[tree], objective.Factor);
        }

        return new ConvertedModel(objective.Link, builder.Build());
    }

    private static void Append(TreeEnsembleBuilder builder, TreeText tree, double factor)
    {
        bool[] seen = new bool[tree.SplitFeature.Length];
        bool[] seenLeaves = new bool[tree.LeafValue.Length];
        Stack<int> open = new([tree.SplitFeature.Length > 0 ? 0 : ~0]);
        while (open.TryPop(out int node))
        {
            bool[] marks = node >= 0 ? seen : seenLeaves;
            int index = node >= 0 ? node : ~node;
            if (index >= marks.Length || marks[index])
            {
                throw new ModelTextException("a child does not exist or has two parents");
            }

            marks[index] = true;
            if (node < 0)
            {
                builder.AddLeaf([tree.LeafValue[index] * factor], tree.LeafCount[index]);
                continue;
            }

            AppendSplit(builder, tree, node);
            open.Push(tree.RightChild[node]);
            open.Push(tree.LeftChild[node]);
        }
    }

    private static void AppendSplit(TreeEnsembleBuilder builder, TreeText tree, int node)
    {
        int feature = tree.SplitFeature[node];
        double threshold = tree.Threshold[node];
        if (tree.Decision[node].IsCategorical)
        {
            // LightGBM sends what is not in the set right: missing and unknown categories too.
            int set = (int)threshold;
            uint[] words = tree.CategoryWords[tree.CategoryBoundaries[set]..tree.CategoryBoundaries[set + 1]];
            builder.AddCategorySplit(feature, [.. words.Select(word => unchecked((int)word))], TreeDecision.None, tree.InternalCount[node]);
            return;
        }

        builder.AddSplit(feature, NumericSplit.Threshold(threshold), NumericSplit.Decision(tree.Decision[node], threshold), tree.InternalCount[node]);
    }
}
