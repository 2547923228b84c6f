using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Fits the trees of one iteration and moves the margins.</summary>
internal sealed class BoostingIteration
{
    private readonly BoostingSettings settings;
    private readonly BoostingObjective objective;
    private readonly BoostingRows rows;
    private readonly BinnedMatrix matrix;
    private readonly GradientPass gradients;
    private readonly TreeGrower grower;
    private readonly TreeSamples samples;
    private readonly LeafRefit? refit;

    /// <summary>Prepares the work spaces.</summary>
    public BoostingIteration(long seed, BoostingSettings settings, BoostingObjective objective, BoostingRows rows, BinnedMatrix matrix)
    {
        this.settings = settings;
        this.objective = objective;
        this.rows = rows;
        this.matrix = matrix;
        this.gradients = new GradientPass(objective, rows.Fitted, settings.Growth.Threads);
        this.grower = new TreeGrower(matrix, settings.Growth);
        this.samples = new TreeSamples(seed, rows.Fitted, matrix.Features.Length);
        this.refit = objective.LeafQuantile is { } quantile ? new LeafRefit(rows, quantile) : null;
    }

    /// <summary>How many trees an earlier model has: their random numbers are not drawn again.</summary>
    public int FirstTree { get; init; }

    /// <summary>The weighted sum of the losses before the last iteration.</summary>
    public double Loss { get; private set; }

    /// <summary>Fits the trees.</summary>
    /// <param name="iteration">The iteration, from 1.</param>
    /// <param name="margins">The margins of all rows; moved.</param>
    /// <param name="cancellation">Stops the training between trees.</param>
    /// <returns>A tree for each output; none where no tree found a split.</returns>
    public GrownTree[] Run(int iteration, double[] margins, CancellationToken cancellation)
    {
        int outputs = this.objective.OutputCount;
        int first = this.FirstTree + ((iteration - 1) * outputs);
        int[] sample = this.samples.Rows(first, this.settings.RowFraction);
        GrownTree[] trees = new GrownTree[outputs];
        for (int output = 0; output < outputs; output++)
        {
            cancellation.ThrowIfCancellationRequested();
            double loss = this.gradients.Run(output, margins);
            this.Loss = output == 0 ? loss : this.Loss;
            this.CheckFinite();
            bool[] features = this.samples.Features(first + output, this.settings.ColumnFraction);
            trees[output] = this.grower.Grow(sample, this.gradients.Pairs, this.gradients.Units, features);
            this.refit?.Run(trees[output], this.grower.Partition, margins);
            this.Move(trees[output], output, sample, margins);
        }

        return Array.TrueForAll(trees, tree => tree.Nodes.Count == 1) ? [] : trees;
    }

    private void CheckFinite()
    {
        if (!this.gradients.IsFinite)
        {
            throw new ModelBuildException(
                TrainingDiagnostics.ModelNotFinite,
                "The model's margins came out infinite: label or weights are too large, or LearningRate is; rescale the label or lower LearningRate.",
                SourceLocation.None);
        }
    }

    // A tree without a split would only move all margins alike; the start has done that.
    private void Move(GrownTree tree, int output, int[] sample, double[] margins)
    {
        int outputs = this.objective.OutputCount;
        foreach (GrownNode leaf in tree.Leaves)
        {
            leaf.Values[0] = tree.Nodes.Count == 1 ? 0 : leaf.Values[0] * this.settings.LearningRate;
            foreach (int row in this.grower.Partition.Rows(leaf.Begin, leaf.Count))
            {
                margins[(row * outputs) + output] += leaf.Values[0];
            }
        }

        int position = 0;
        for (int row = sample.Length == this.rows.Fitted ? this.rows.Fitted : 0; row < this.rows.Count; row++)
        {
            position += position < sample.Length && sample[position] < row ? 1 : 0;
            if (row >= this.rows.Fitted || position >= sample.Length || sample[position] != row)
            {
                margins[(row * outputs) + output] += tree.Leaf(row).Values[0];
            }
        }
    }
}
