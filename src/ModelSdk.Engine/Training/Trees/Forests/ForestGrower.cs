namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Grows a tree of a random forest (Breiman, "Random forests", 2001): each node tries features drawn anew, until enough of them differ within it.
/// </summary>
internal sealed class ForestGrower
{
    private const double Rounding = 1e-13;

    private readonly BinnedMatrix matrix;
    private readonly ForestTarget target;
    private readonly ForestSettings settings;
    private readonly RowPartition partition;
    private readonly NodeSums sums;
    private readonly ForestSplits splits;
    private readonly int[] features;

    /// <summary>Creates the work space.</summary>
    public ForestGrower(BinnedMatrix matrix, ForestTarget target, ForestSettings settings)
    {
        this.matrix = matrix;
        this.target = target;
        this.settings = settings;
        this.partition = new RowPartition(matrix.Rows);
        this.sums = new NodeSums(target.OutputCount, matrix.Features.Max(bins => bins.Count), matrix.Rows);
        this.splits = new ForestSplits(target.OutputCount);
        this.features = new int[matrix.Features.Length];
        this.Sample = new ForestSample(matrix.Rows);
    }

    /// <summary>The rows of the last tree.</summary>
    public ForestSample Sample { get; }

    /// <summary>Grows a tree.</summary>
    /// <param name="random">The tree's generator.</param>
    /// <param name="cancellation">Stops the growth between nodes.</param>
    public GrownTree Grow(SeededRandom random, CancellationToken cancellation)
    {
        this.Sample.Draw(random, this.target);
        this.partition.Reset(this.Sample.Rows);
        for (int feature = 0; feature < this.features.Length; feature++)
        {
            this.features[feature] = feature;
        }

        GrownTree tree = new(this.matrix);
        tree.Nodes.Add(new GrownNode { Count = this.Sample.Rows.Length });
        Stack<(GrownNode Node, int Depth)> open = new([(tree.Nodes[0], 0)]);
        while (open.TryPop(out (GrownNode Node, int Depth) next))
        {
            cancellation.ThrowIfCancellationRequested();
            if (this.Finish(next.Node, next.Depth, random) is { } split)
            {
                this.Split(tree, next.Node, split);
                open.Push((tree.Nodes[next.Node.Right], next.Depth + 1));
                open.Push((tree.Nodes[next.Node.Left], next.Depth + 1));
            }
        }

        return tree;
    }

    // Gives the node its values, and its best split if it is to have one.
    private SplitCandidate? Finish(GrownNode node, int depth, SeededRandom random)
    {
        ReadOnlySpan<int> rows = this.partition.Rows(node.Begin, node.Count);
        Span<long> total = stackalloc long[this.target.OutputCount + 1];
        total.Clear();
        foreach (int row in rows)
        {
            total[this.target.Output(row)] += this.Sample.Gradients[row];
            total[^1] += this.Sample.Weights[row];
        }

        ForestRules rules = new(this.Sample.Units, this.settings.MinRowsPerLeaf);
        node.Cover = rows.Length;
        node.Values = new double[this.target.OutputCount];
        for (int output = 0; output < node.Values.Length; output++)
        {
            node.Values[output] = rules.Mean(total, output);
        }

        return rows.Length < 2 * this.settings.MinRowsPerLeaf || (this.settings.MaxDepth > 0 && depth >= this.settings.MaxDepth)
            ? null
            : this.Search(rows, total, rules, random);
    }

    private SplitCandidate? Search(ReadOnlySpan<int> rows, ReadOnlySpan<long> total, ForestRules rules, SeededRandom random)
    {
        double purity = rules.Purity(total);
        if (this.IsPure(rows))
        {
            return null;
        }

        SplitCandidate best = new();
        int tried = 0;
        for (int drawn = 0; drawn < this.features.Length && tried < this.settings.FeaturesPerSplit; drawn++)
        {
            int other = drawn + random.Next(this.features.Length - drawn);
            (this.features[drawn], this.features[other]) = (this.features[other], this.features[drawn]);
            int feature = this.features[drawn];
            this.sums.Fill(this.matrix, feature, rows, this.Sample, this.target);
            if (this.sums.Count > 1)
            {
                tried++;
                this.splits.Search(feature, this.matrix.Features[feature], this.sums, total, rules, best);
            }
        }

        return best.Gain - purity > Rounding * best.Gain ? best : null;
    }

    // Rows without weight have no say.
    private bool IsPure(ReadOnlySpan<int> rows)
    {
        double first = double.NaN;
        foreach (int row in rows)
        {
            double label = this.target.Weight(row) > 0 ? this.target.Label(row) : first;
            first = double.IsNaN(first) ? label : first;
            if (label != first && !double.IsNaN(first))
            {
                return false;
            }
        }

        return true;
    }

    private void Split(GrownTree tree, GrownNode node, SplitCandidate split)
    {
        node.Feature = split.Feature;
        node.Bin = split.Bin;
        node.GoesLeft = SplitTable.Of(this.matrix.Features[split.Feature], split, split.MissingLeft);
        int left = this.partition.Split(this.matrix, split.Feature, node.GoesLeft, node.Begin, node.Count);
        node.Left = tree.Nodes.Count;
        tree.Nodes.Add(new GrownNode { Begin = node.Begin, Count = left });
        node.Right = tree.Nodes.Count;
        tree.Nodes.Add(new GrownNode { Begin = node.Begin + left, Count = node.Count - left });
    }
}
