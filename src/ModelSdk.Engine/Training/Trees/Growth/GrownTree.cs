using ModelSdk.Contracts.Models.Trees;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>A tree over bins.</summary>
/// <param name="matrix">The bins.</param>
internal sealed class GrownTree(BinnedMatrix matrix)
{
    /// <summary>The nodes; the first is the root.</summary>
    public List<GrownNode> Nodes { get; } = [];

    /// <summary>The leaves, in no particular order.</summary>
    public IEnumerable<GrownNode> Leaves => this.Nodes.Where(node => node.Feature < 0);

    /// <summary>The leaf of a row.</summary>
    /// <param name="row">A row of the matrix.</param>
    public GrownNode Leaf(int row)
    {
        GrownNode node = this.Nodes[0];
        while (node.Feature >= 0)
        {
            node = this.Nodes[node.GoesLeft[matrix.Bin(node.Feature, row)] != 0 ? node.Left : node.Right];
        }

        return node;
    }

    /// <summary>Appends the tree to an ensemble, the bins' bounds as thresholds.</summary>
    /// <param name="builder">The ensemble.</param>
    /// <param name="output">The margin that the tree adds to.</param>
    public void AppendTo(TreeEnsembleBuilder builder, int output)
    {
        builder.BeginTree(output);
        Stack<GrownNode> rest = new([this.Nodes[0]]);
        while (rest.TryPop(out GrownNode? node))
        {
            if (node.Feature < 0)
            {
                builder.AddLeaf(node.Values, node.Cover);
                continue;
            }

            this.AppendSplit(builder, node);
            rest.Push(this.Nodes[node.Right]);
            rest.Push(this.Nodes[node.Left]);
        }
    }

    private static int[] LeftCodes(CategoryBins bins, byte[] goesLeft)
    {
        int last = bins.BinOfCode.Count - 1;
        while (last >= 0 && goesLeft[bins.BinOfCode[last]] == 0)
        {
            last--;
        }

        int[] words = new int[(last + 32) / 32];
        for (int code = 0; code <= last; code++)
        {
            words[code / 32] |= goesLeft[bins.BinOfCode[code]] << (code % 32);
        }

        return words;
    }

    private void AppendSplit(TreeEnsembleBuilder builder, GrownNode node)
    {
        FeatureBins bins = matrix.Features[node.Feature];
        TreeDecision missing = node.GoesLeft[bins.MissingBin] != 0 ? TreeDecision.MissingLeft : TreeDecision.None;
        if (bins is CategoryBins categories)
        {
            TreeDecision unknown = node.GoesLeft[categories.OtherBin] != 0 ? TreeDecision.UnknownLeft : TreeDecision.None;
            builder.AddCategorySplit(bins.Column, LeftCodes(categories, node.GoesLeft), missing | unknown, node.Cover);
        }
        else
        {
            builder.AddSplit(bins.Column, ((NumericBins)bins).Threshold(node.Bin), missing, node.Cover);
        }
    }
}
