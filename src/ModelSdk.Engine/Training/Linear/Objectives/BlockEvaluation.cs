using System.Buffers;
using ModelSdk.Engine.Features;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>Losses and gradients of whole blocks of rows, dense columns one at a time.</summary>
internal sealed class BlockEvaluation
{
    private readonly DesignMatrix design;
    private readonly double[] targets;
    private readonly double[]? weights;
    private readonly RowLoss loss;
    private readonly DesignBlocks blocks;

    /// <summary>Creates the work spaces.</summary>
    /// <param name="data">Design, target and weights.</param>
    /// <param name="loss">The loss of a row.</param>
    public BlockEvaluation(TrainingData data, RowLoss loss)
    {
        this.design = data.Design;
        this.targets = data.Target;
        this.weights = data.Weights;
        this.loss = loss;
        this.blocks = new DesignBlocks(data.Design);
        int slots = Math.Min(OrderedBlocks.Slots, this.Count);
        this.Losses = new double[slots];
        this.Gradients = [.. Enumerable.Range(0, slots).Select(_ => new double[loss.Outputs * (data.Design.Width + 1)])];
    }

    /// <summary>The number of blocks.</summary>
    public int Count => this.design.BlockCount;

    /// <summary>For each slot the weighted sum of losses.</summary>
    public double[] Losses { get; }

    /// <summary>For each slot the weighted sum of gradients, laid out as the parameters.</summary>
    public double[][] Gradients { get; }

    /// <summary>Evaluates a block into a slot.</summary>
    /// <param name="parameters">The point.</param>
    /// <param name="block">The block.</param>
    /// <param name="slot">Where the results go.</param>
    public void Evaluate(double[] parameters, int block, int slot)
    {
        int rows = this.design.RowsIn(block);
        int first = block * DesignMatrix.RowsPerBlock;
        double[] buffer = ArrayPool<double>.Shared.Rent((this.loss.Outputs + 1) * rows);
        Span<double> margins = buffer.AsSpan(0, this.loss.Outputs * rows);
        Span<double> losses = buffer.AsSpan(margins.Length, rows);
        int width = this.design.Width;
        int intercepts = this.loss.Outputs * width;
        for (int output = 0; output < this.loss.Outputs; output++)
        {
            this.blocks.Margins(block, parameters.AsSpan(output * width, width), parameters[intercepts + output], margins.Slice(output * rows, rows));
        }

        this.loss.Evaluate(margins, this.targets.AsSpan(first, rows), losses);
        this.Losses[slot] = WeightedRows.Apply(margins, losses, this.weights is null ? [] : this.weights.AsSpan(first, rows));
        double[] gradient = this.Gradients[slot];
        for (int output = 0; output < this.loss.Outputs; output++)
        {
            ReadOnlySpan<double> derivatives = margins.Slice(output * rows, rows);
            this.blocks.Sums(block, derivatives, gradient.AsSpan(output * width, width));
            gradient[intercepts + output] = EightLanes.Sum(derivatives);
        }

        ArrayPool<double>.Shared.Return(buffer);
    }
}
