using CsCheck;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Models.Trees;
using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime;
using ModelSdk.Runtime.Kernels;

namespace ModelSdk.Tests.Runtime;

public sealed class TreeKernelTests
{
    public static TheoryData<string> Damages => [.. Damaged.Keys];

    // A split on slot 0 with a split on its left, and a leaf: nodes 0 1 2 3 4.
    private static readonly Dictionary<string, (Func<ModelTensor[], ModelTensor[]> Change, string Message)> Damaged = new()
    {
        ["child beyond the tree"] = (With(ModelTensor.OfIntegers(TreeTensorNames.Right, [4, 5, 0, 0, 0])), "outside its tree"),
        ["child before its parent"] = (With(ModelTensor.OfIntegers(TreeTensorNames.Right, [4, 0, 0, 0, 0])), "outside its tree"),
        ["left subtree empty"] = (With(ModelTensor.OfIntegers(TreeTensorNames.Right, [1, 3, 0, 0, 0])), "outside its tree"),
        ["nodes left over"] = (With(ModelTensor.OfIntegers(TreeTensorNames.Right, [3, 2, 0, 0, 0])), "trees are damaged"),
        ["leaf with a child"] = (With(ModelTensor.OfIntegers(TreeTensorNames.Right, [4, 3, 1, 0, 0])), "belong to nothing"),
        ["slot"] = (With(ModelTensor.OfIntegers(TreeTensorNames.Slots, [0, 2, -1, -1, -1])), "reads slot 2"),
        ["negative slot"] = (With(ModelTensor.OfIntegers(TreeTensorNames.Slots, [0, -2, -1, -1, -1])), "negative slot"),
        ["flags"] = (With(ModelTensor.OfBytes(TreeTensorNames.Flags, [0, 64, 0, 0, 0])), "flags"),
        ["thresholds"] = (With(ModelTensor.OfSingles(TreeTensorNames.Thresholds, [1])), "thresholds and numeric splits"),
        ["threshold"] = (With(ModelTensor.OfSingles(TreeTensorNames.Thresholds, [1, float.NaN])), "not a number"),
        ["leaf value"] = (With(ModelTensor.Of(TreeTensorNames.Values, [1, double.PositiveInfinity, 3])), "not finite"),
        ["leaf count"] = (With(ModelTensor.Of(TreeTensorNames.Values, [1, 2])), "values and leaves"),
        ["output"] = (With(ModelTensor.OfIntegers(TreeTensorNames.Outputs, [1])), "margin that does not exist"),
        ["roots"] = (With(ModelTensor.OfIntegers(TreeTensorNames.Roots, [1])), "first tree"),
        ["roots descend"] = (With(ModelTensor.OfIntegers(TreeTensorNames.Roots, [0, 0])), "outputs and trees"),
        ["type"] = (With(ModelTensor.Of(TreeTensorNames.Slots, [0, 1, 2, 3, 4])), "expected I32"),
        ["outputs of the task"] = (With(ModelTensor.Of(TreeTensorNames.Base, [0, 0])), "the task needs 1"),
        ["cover"] = (tensors => [.. With(ModelTensor.Of(TreeTensorNames.Cover, [1, -1, 1, 1, 1]))(tensors)], "cover"),
        ["missing"] = (tensors => [.. tensors.Where(tensor => tensor.Name != TreeTensorNames.Slots)], "no tensor \"trees.slots\""),
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void Tensors_that_are_no_trees_are_refused_with_a_reason(string damage)
    {
        (Func<ModelTensor[], ModelTensor[]> change, string message) = Damaged[damage];
        byte[] bytes = File([.. change([.. Small().ToTensors()])]);
        Assert.Contains(message, Assert.Throws<ModelFormatException>(() => PredictionModel.Load(bytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TreeDecision.None, 2, "LL?RRR")]
    [InlineData(TreeDecision.MissingLeft, 2, "LL?RRL")]
    [InlineData(TreeDecision.MissingIsZero, 2, "LL?RRL")]
    [InlineData(TreeDecision.MissingIsZero, -1, "LR?RRR")]
    [InlineData(TreeDecision.MissingIsZero | TreeDecision.ZeroIsMissing, 2, "LR?RRR")]
    [InlineData(TreeDecision.MissingIsZero | TreeDecision.ZeroIsMissing | TreeDecision.MissingLeft, -1, "LL?RRL")]
    public void Numeric_splits_decide_as_their_flags_say(TreeDecision flags, double threshold, string expected)
    {
        double[] values = [-2, 1e-36, threshold, 3, double.PositiveInfinity, double.NaN];
        PredictionModel model = Model(builder => builder.AddSplit(0, threshold, flags, double.NaN), single: false);
        string sides = string.Concat(values.Select(value => Score(model, value) < 0 ? 'L' : 'R'));
        Assert.Equal('L', sides[2]);
        Assert.Equal(expected.Replace('?', 'L'), sides);
    }

    [Theory]
    [InlineData(TreeDecision.None, "RLLRRR")]
    [InlineData(TreeDecision.UnknownLeft, "LLLRRR")]
    [InlineData(TreeDecision.MissingLeft, "RLLRRL")]
    public void Categorical_splits_send_their_set_left(TreeDecision flags, string expected)
    {
        double[] values = [-1, 0, 33, 34, 1e12, double.NaN];
        PredictionModel model = Model(builder => builder.AddCategorySplit(0, [1, 2], flags, double.NaN), single: true);
        Assert.Equal(expected, string.Concat(values.Select(value => Score(model, value) < 0 ? 'L' : 'R')));
    }

    [Fact]
    public void A_widened_threshold_decides_as_rounding_the_value_does() => Gen.Select(Gen.Float.Where(value => !float.IsNaN(value)), Gen.Int[-3, 3]).Sample((threshold, steps) =>
    {
        double widened = TreeThreshold.Widen(threshold);
        double[] close = [widened, Math.BitIncrement(widened), Math.BitDecrement(widened), threshold, (double)threshold + (steps * (Math.Abs((double)threshold) * 1e-8))];
        Assert.All(close.Where(value => !double.IsNaN(value)), value => Assert.Equal((float)value <= threshold, value <= widened));
    });

    [Theory]
    [InlineData(float.MaxValue)]
    [InlineData(float.MinValue)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(0f)]
    [InlineData(float.Epsilon)]
    public void Extreme_thresholds_are_widened_rightly(float threshold)
    {
        double widened = TreeThreshold.Widen(threshold);
        double[] close = [widened, Math.BitIncrement(widened), Math.BitDecrement(widened), double.MaxValue, double.MinValue, double.NegativeInfinity, double.PositiveInfinity];
        Assert.All(close, value => Assert.Equal((float)value <= threshold, value <= widened));
    }

    [Fact]
    public void Leaves_are_added_to_the_base_in_the_order_of_trees()
    {
        TreeEnsembleBuilder builder = new([0.1], singlePrecision: true, vectorLeaves: false);
        foreach (double value in new[] { 0.2, 0.3, 1e17, -1e17 })
        {
            builder.BeginTree(0);
            builder.AddLeaf([value], 1);
        }

        double expected = 0.1;
        expected += 0.2;
        expected += 0.3;
        expected += 1e17;
        expected += -1e17;
        Assert.Equal(expected, Score(PredictionModel.Load(File(builder.Build().ToTensors())), 0));
    }

    [Fact]
    public void Trees_that_are_written_and_read_are_the_same()
    {
        TreeEnsemble trees = Small();
        TreeEnsemble copy = TreeEnsemble.Read(ModelFile.Read(File(trees.ToTensors())));
        Assert.Equal((trees.Slots, trees.Right, trees.Values), (copy.Slots, copy.Right, copy.Values), (left, right) => left.Item1.SequenceEqual(right.Item1) && left.Item2.SequenceEqual(right.Item2) && left.Item3.SequenceEqual(right.Item3));
    }

    private static Func<ModelTensor[], ModelTensor[]> With(ModelTensor changed) => tensors => [.. tensors.Where(tensor => tensor.Name != changed.Name), changed];

    private static TreeEnsemble Small()
    {
        TreeEnsembleBuilder builder = new([0.0], singlePrecision: true, vectorLeaves: false);
        builder.BeginTree(0);
        builder.AddSplit(0, 2, TreeDecision.None, 4);
        builder.AddSplit(1, 5, TreeDecision.MissingLeft, 3);
        builder.AddLeaf([1], 2);
        builder.AddLeaf([2], 1);
        builder.AddLeaf([3], 1);
        return builder.Build();
    }

    private static PredictionModel Model(Action<TreeEnsembleBuilder> split, bool single)
    {
        TreeEnsembleBuilder builder = new([0.0], single, vectorLeaves: false);
        builder.BeginTree(0);
        split(builder);
        builder.AddLeaf([-1], double.NaN);
        builder.AddLeaf([1], double.NaN);
        return PredictionModel.Load(File(builder.Build().ToTensors()));
    }

    private static double Score(PredictionModel model, double value)
    {
        double[] score = new double[1];
        model.Score([value, 0], score);
        return score[0];
    }

    private static byte[] File(IReadOnlyList<ModelTensor> tensors)
    {
        ModelContract contract = LinearModelFile.ContractOf(LinearModelFile.Number("y"), LinearModelFile.Feature("a", ColumnKind.Numeric), LinearModelFile.Feature("b", ColumnKind.Numeric));
        Dictionary<string, string> metadata = new()
        {
            [ModelKeys.Format] = "1",
            [ModelKeys.Contract] = ContractWriter.WriteSemantics(contract),
            [ModelKeys.Features] = FeatureEncodingText.Write([new FeatureEncoding("a", ColumnKind.Numeric) { Native = true }, new FeatureEncoding("b", ColumnKind.Numeric) { Native = true }]),
            [ModelKeys.Trainer] = "Trees",
            [ModelKeys.Kernel] = "trees",
            [ModelKeys.Link] = "identity",
        };
        return new ModelFile(metadata, tensors).ToBytes();
    }
}
