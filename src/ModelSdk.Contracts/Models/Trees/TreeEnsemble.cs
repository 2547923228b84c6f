namespace ModelSdk.Contracts.Models.Trees;

/// <summary>
/// Decision trees whose leaves add to margins, as logical arrays. The nodes of all trees stand one after the other, each tree in preorder: a
/// split, its whole left subtree, its right subtree. The order of trees is the order in which their leaves are added.
/// </summary>
public sealed class TreeEnsemble
{
    internal TreeEnsemble()
    {
    }

    /// <summary>The margins before the first tree, one for each output.</summary>
    public required IReadOnlyList<double> Base { get; init; }

    /// <summary>Each tree's first node, ascending from 0.</summary>
    public required IReadOnlyList<int> Roots { get; init; }

    /// <summary>The margin that each tree adds to; empty where leaves hold a value for every margin.</summary>
    public required IReadOnlyList<int> Outputs { get; init; }

    /// <summary>For each node the slot that it reads; −1 for a leaf.</summary>
    public required IReadOnlyList<int> Slots { get; init; }

    /// <summary>For each node its right child; 0 for a leaf.</summary>
    public required IReadOnlyList<int> Right { get; init; }

    /// <summary>For each node how it decides; none for a leaf.</summary>
    public required IReadOnlyList<TreeDecision> Flags { get; init; }

    /// <summary>The thresholds of numeric splits, in node order; not NaN.</summary>
    public required IReadOnlyList<double> Thresholds { get; init; }

    /// <summary>Whether values are rounded to 32-bit floats before they are compared; then every threshold is one.</summary>
    public required bool SinglePrecision { get; init; }

    /// <summary>What the leaves add, in node order: one value each, or one for each output.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>For each categorical split, in node order, where its set begins; one more element ends the last.</summary>
    public required IReadOnlyList<int> CategoryOffsets { get; init; }

    /// <summary>The sets: bit b of a set's word w says that code 32 w + b goes left.</summary>
    public required IReadOnlyList<int> CategoryBits { get; init; }

    /// <summary>The weight of the training rows that reached each node; empty where unknown.</summary>
    public required IReadOnlyList<double> Cover { get; init; }

    /// <summary>How many margins there are.</summary>
    public int OutputCount => this.Base.Count;

    /// <summary>How many values a leaf has: 1 or <see cref="OutputCount"/>.</summary>
    public int ValueWidth => this.Outputs.Count == 0 && this.Roots.Count > 0 ? this.OutputCount : 1;

    /// <summary>Reads the tensors of a model file.</summary>
    /// <param name="file">A model of the kernel <c>trees</c>.</param>
    /// <exception cref="ModelFormatException">A tensor is missing, or they do not describe trees.</exception>
    public static TreeEnsemble Read(ModelFile file) => TreeEnsembleReader.Read(file);

    /// <summary>The tensors, in file order.</summary>
    public IReadOnlyList<ModelTensor> ToTensors() => TreeEnsembleWriter.Write(this);
}
