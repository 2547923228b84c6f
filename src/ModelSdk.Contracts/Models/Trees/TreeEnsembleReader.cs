namespace ModelSdk.Contracts.Models.Trees;

/// <summary>Reads the tensors of trees.</summary>
internal static class TreeEnsembleReader
{
    public static TreeEnsemble Read(ModelFile file)
    {
        ModelTensor thresholds = file.Tensor(TreeTensorNames.Thresholds);
        bool single = thresholds.Type == TensorType.F32;
        TreeEnsemble trees = new()
        {
            Base = file.Tensor(TreeTensorNames.Base).ToDoubles(),
            Roots = file.Tensor(TreeTensorNames.Roots).ToIntegers(),
            Outputs = Find(file, TreeTensorNames.Outputs)?.ToIntegers() ?? [],
            Slots = file.Tensor(TreeTensorNames.Slots).ToIntegers(),
            Right = file.Tensor(TreeTensorNames.Right).ToIntegers(),
            Flags = Array.ConvertAll(file.Tensor(TreeTensorNames.Flags).ToBytes(), flags => (TreeDecision)flags),
            Thresholds = single ? Array.ConvertAll(thresholds.ToSingles(), threshold => (double)threshold) : thresholds.ToDoubles(),
            SinglePrecision = single,
            Values = file.Tensor(TreeTensorNames.Values).ToDoubles(),
            CategoryOffsets = Find(file, TreeTensorNames.CategoryOffsets)?.ToIntegers() ?? [0],
            CategoryBits = Find(file, TreeTensorNames.CategoryBits)?.ToIntegers() ?? [],
            Cover = Find(file, TreeTensorNames.Cover)?.ToDoubles() ?? [],
        };
        TreeEnsembleRules.Check(trees);
        return trees;
    }

    private static ModelTensor? Find(ModelFile file, string name) => file.Tensors.FirstOrDefault(tensor => tensor.Name == name);
}
