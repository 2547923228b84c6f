namespace ModelSdk.Contracts.Models.Trees;

/// <summary>Makes the tensors of trees. What holds nothing is left out.</summary>
internal static class TreeEnsembleWriter
{
    public static IReadOnlyList<ModelTensor> Write(TreeEnsemble trees)
    {
        List<ModelTensor> tensors =
        [
            ModelTensor.Of(TreeTensorNames.Base, [.. trees.Base]),
            ModelTensor.OfIntegers(TreeTensorNames.Roots, [.. trees.Roots]),
            ModelTensor.OfIntegers(TreeTensorNames.Slots, [.. trees.Slots]),
            ModelTensor.OfIntegers(TreeTensorNames.Right, [.. trees.Right]),
            ModelTensor.OfBytes(TreeTensorNames.Flags, [.. trees.Flags.Select(flags => (byte)flags)]),
            Thresholds(trees),
            Values(trees),
        ];
        if (trees.Outputs.Count > 0)
        {
            tensors.Add(ModelTensor.OfIntegers(TreeTensorNames.Outputs, [.. trees.Outputs]));
        }

        if (trees.CategoryOffsets.Count > 1)
        {
            tensors.Add(ModelTensor.OfIntegers(TreeTensorNames.CategoryOffsets, [.. trees.CategoryOffsets]));
            tensors.Add(ModelTensor.OfIntegers(TreeTensorNames.CategoryBits, [.. trees.CategoryBits]));
        }

        if (trees.Cover.Count > 0)
        {
            tensors.Add(ModelTensor.Of(TreeTensorNames.Cover, [.. trees.Cover]));
        }

        return tensors;
    }

    private static ModelTensor Thresholds(TreeEnsemble trees) => trees.SinglePrecision
        ? ModelTensor.OfSingles(TreeTensorNames.Thresholds, [.. trees.Thresholds.Select(threshold => (float)threshold)])
        : ModelTensor.Of(TreeTensorNames.Thresholds, [.. trees.Thresholds]);

    private static ModelTensor Values(TreeEnsemble trees)
    {
        int width = trees.Outputs.Count == 0 ? trees.OutputCount : 1;
        double[] values = [.. trees.Values];
        return trees.Outputs.Count > 0 ? ModelTensor.Of(TreeTensorNames.Values, values) : ModelTensor.Of(TreeTensorNames.Values, values, values.Length / width, width);
    }
}
