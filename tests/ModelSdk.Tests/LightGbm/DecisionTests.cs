using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Training;
using ModelSdk.LightGbm.Model;
using ModelSdk.Runtime;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.LightGbm;

/// <summary>Every kind of decision that a model text can hold goes where LightGBM sends it.</summary>
public sealed class DecisionTests
{
    private const double Zero = 1e-35f;

    private static readonly double[] Values =
    [
        double.NaN, 0, -0.0, 1, -1, 2, 31, 32, 33, 63, 64, 1000, -5, double.Epsilon, -double.Epsilon, 5e-36, -5e-36, Zero, -Zero, 2e-35, -2e-35,
        Math.BitIncrement(Zero), Math.BitDecrement(-Zero), Math.BitDecrement(Zero), Math.BitIncrement(-Zero), 1e300, -1e300, double.PositiveInfinity, double.NegativeInfinity, 0.5, 1.5,
    ];

    private static readonly string[] Thresholds = ["inf", "-inf", .. new[] { 0, -0.0, Zero, -Zero, 5e-36, -5e-36, 1, -1, 0.5, 1e300, -1e300, Math.BitIncrement(Zero), Math.BitDecrement(-Zero) }.Select(value => value.ToString("R", CultureInfo.InvariantCulture))];

    [LightGbmFact]
    public void Numeric_decisions_agree_for_every_kind_of_missing_values()
    {
        string[] trees = [.. from bits in new[] { 0, 2, 4, 6, 8, 10 } from threshold in Thresholds select Split(bits, threshold)];
        Compare(trees, Values);
    }

    [LightGbmFact]
    public void Categories_outside_the_set_unknown_and_missing_ones_go_right()
    {
        string set = $"cat_boundaries=0 3\ncat_threshold={1u << 1 | 1u << 31} {1u | 1u << 31} 4294967295\n";
        string[] trees = [.. new[] { 1, 3, 5, 9, 11 }.Select(bits => Split(bits, "0", set))];
        Compare(trees, [.. Values.Where(value => double.IsNaN(value) || (Math.Abs(value) < 1e6 && double.IsInteger(value)))]);
    }

    [LightGbmFact]
    public void Trees_of_several_classes_take_turns_and_the_order_of_sums_is_kept()
    {
        string[] trees = [.. Enumerable.Range(0, 30).Select(tree => Split(8, (tree / 4).ToString(CultureInfo.InvariantCulture), values: $"{0.1 * tree:R} {1e10 / (tree + 1):R}"))];
        Compare(trees, Values, "multiclass num_class:3", 3);
    }

    [LightGbmFact]
    public void A_tree_without_a_split_adds_its_value() => Compare(["num_leaves=1\nnum_cat=0\nsplit_feature=\nthreshold=\nleaf_value=0.25\nleaf_count=7\nis_linear=0\nshrinkage=1\n"], Values);

    [Fact]
    public void The_slope_of_the_logistic_function_is_in_the_leaves()
    {
        ConvertedModel model = TreeConverter.Convert(ModelTextReader.Read(Text([Split(8, "1", values: "0.5 -3")], "binary sigmoid:2.5", 1)));
        Assert.Equal("logistic", model.Link);
        Assert.Equal([1.25, -7.5], model.Trees.Values);
    }

    private static string Split(int bits, string threshold, string set = "", string values = "1 2") =>
        $"num_leaves=2\nnum_cat={(set.Length > 0 ? 1 : 0)}\nsplit_feature=0\nsplit_gain=1\nthreshold={threshold}\ndecision_type={bits}\nleft_child=-1\nright_child=-2\n"
        + $"leaf_value={values}\nleaf_weight=1 1\nleaf_count=3 4\ninternal_value=0\ninternal_weight=2\ninternal_count=7\n{set}is_linear=0\nshrinkage=1\n";

    private static string Text(string[] trees, string objective, int classes) =>
        $"tree\nversion=v4\nnum_class={classes}\nnum_tree_per_iteration={classes}\nlabel_index=0\nmax_feature_idx=0\nobjective={objective}\nfeature_names=a\nfeature_infos=none\n\n"
        + string.Concat(trees.Select((tree, index) => $"Tree={index}\n{tree}\n\n")) + "end of trees\n";

    // Each tree alone decides; the sum of all of them, whose leaves are 1 and 2, would hide a decision that another one makes up for.
    private static void Compare(string[] trees, double[] values, string objective = "regression", int classes = 1)
    {
        string[][] models = classes > 1 ? [trees] : [.. trees.Select(tree => new[] { tree })];
        foreach (string[] model in models)
        {
            string text = Text(model, objective, classes);
            using LightGbmModel reference = new(text);
            PredictionModel ours = Load(TreeConverter.Convert(ModelTextReader.Read(text)), classes);
            double[] margins = [.. values.SelectMany(value => Margins(ours, value))];
            SameBits.Assert(reference.RawScores(values, values.Length, 1, classes), margins);
        }
    }

    private static double[] Margins(PredictionModel model, double value)
    {
        double[] margins = new double[model.ScoreCount];
        model.ComputeMargins([value], margins);
        return margins;
    }

    private static PredictionModel Load(ConvertedModel model, int classes)
    {
        ModelTask task = classes > 1 ? ModelTask.MulticlassClassification : ModelTask.Regression;
        TestTable table = new TestTable(task).Number("a", [1, 2, 3]);
        table = classes > 1 ? table.Classes("y", ["u", "v", "w"], "u", "v", "w") : table.Number("y", [1, 2, 3], ColumnRole.Label);
        TrainedModel trained = new("trees", model.Link, model.Trees.ToTensors(), []);
        return PredictionModel.Load(ModelFileBuilder.Build(new FittedModel(table.Contract, Native(table), "LightGbm", trained)).ToBytes());
    }

    private static IReadOnlyList<ModelSdk.Contracts.Models.FeatureEncoding> Native(TestTable table) =>
        ModelSdk.Engine.Features.FeatureFitter.Fit(table.Table, table.AllRows, table.Contract, ModelSdk.Engine.Features.FeatureForm.Native);
}
