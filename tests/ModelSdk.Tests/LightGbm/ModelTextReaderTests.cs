using ModelSdk.LightGbm.Model;

namespace ModelSdk.Tests.LightGbm;

/// <summary>What the reader does not know it refuses.</summary>
public sealed class ModelTextReaderTests
{
    private const string Model =
        """
        tree
        version=v4
        num_class=1
        num_tree_per_iteration=1
        label_index=0
        max_feature_idx=1
        objective=regression
        feature_names=a b
        feature_infos=[0:1] none
        tree_sizes=300

        Tree=0
        num_leaves=3
        num_cat=1
        split_feature=0 1
        split_gain=2 1
        threshold=0.5 0
        decision_type=8 1
        left_child=1 -1
        right_child=-2 -3
        leaf_value=1 2 3
        leaf_weight=1 1 1
        leaf_count=4 5 6
        internal_value=0 0
        internal_weight=3 2
        internal_count=15 10
        cat_boundaries=0 1
        cat_threshold=5
        is_linear=0
        shrinkage=0.1


        end of trees

        feature_importances:
        a=1
        """;

    [Fact]
    public void A_tree_is_read_and_put_in_preorder()
    {
        ConvertedModel model = TreeConverter.Convert(ModelTextReader.Read(Model.ReplaceLineEndings("\r\n")));
        Assert.Equal([0, 1, -1, -1, -1], model.Trees.Slots);
        Assert.Equal([1, 3, 2], model.Trees.Values);
        Assert.Equal([5], model.Trees.CategoryBits);
        Assert.Equal([15, 10, 4, 6, 5], model.Trees.Cover);
    }

    [Theory]
    [InlineData("tree\nversion", "version", "first line")]
    [InlineData("version=v4", "version=v3", "version")]
    [InlineData("label_index=0", "label_index=0\naverage_output", "average_output")]
    [InlineData("max_feature_idx=1", "max_feature_idx=0", "split_feature")]
    [InlineData("num_tree_per_iteration=1", "num_tree_per_iteration=2", "num_tree_per_iteration")]
    [InlineData("num_tree_per_iteration=1", "num_tree_per_iteration=0", "num_tree_per_iteration")]
    [InlineData("objective=regression", "objective=lambdarank", "lambdarank")]
    [InlineData("objective=regression", "objective=regression sqrt", "sqrt")]
    [InlineData("objective=regression", "objective=binary sigmoid:0", "sigmoid")]
    [InlineData("objective=regression\n", "", "objective")]
    [InlineData("Tree=0", "Tree=1", "Tree=0")]
    [InlineData("num_leaves=3", "num_leaves=0", "num_leaves")]
    [InlineData("num_leaves=3", "num_leaves=4", "split_feature")]
    [InlineData("num_leaves=3", "num_leaves=3\nnum_leaves=3", "num_leaves")]
    [InlineData("is_linear=0", "is_linear=1", "is_linear")]
    [InlineData("is_linear=0", "is_linear=0\nleaf_coeff=1", "leaf_coeff")]
    [InlineData("decision_type=8 1", "decision_type=8 12", "decision_type")]
    [InlineData("threshold=0.5 0", "threshold=0.5 1", "threshold")]
    [InlineData("threshold=0.5 0", "threshold=nan 0", "nan")]
    [InlineData("leaf_value=1 2 3", "leaf_value=1 inf 3", "inf")]
    [InlineData("leaf_value=1 2 3", "leaf_value=1 2", "leaf_value")]
    [InlineData("cat_boundaries=0 1", "cat_boundaries=0 2", "cat_threshold")]
    [InlineData("cat_boundaries=0 1", "cat_boundaries=1 1", "cat_boundaries")]
    [InlineData("left_child=1 -1", "left_child=0 -1", "parents")]
    [InlineData("left_child=1 -1", "left_child=7 -1", "parents")]
    [InlineData("right_child=-2 -3", "right_child=-2 -1", "parents")]
    [InlineData("\nend of trees", "\nend of", "Tree=1")]
    public void Other_texts_are_refused(string part, string replacement, string said)
    {
        string text = Model.ReplaceLineEndings("\n");
        Assert.Contains(part, text, StringComparison.Ordinal);
        string changed = text.Replace(part, replacement, StringComparison.Ordinal);
        Assert.Contains(said, Assert.Throws<ModelTextException>(() => TreeConverter.Convert(ModelTextReader.Read(changed))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_cut_anywhere_before_the_end_of_the_trees_is_refused()
    {
        string text = Model.ReplaceLineEndings("\n");
        int end = text.IndexOf("end of trees", StringComparison.Ordinal);
        for (int length = 0; length < end; length++)
        {
            Assert.Throws<ModelTextException>(() => TreeConverter.Convert(ModelTextReader.Read(text[..length])));
        }
    }
}
