using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// Sums the products of all pairs of columns over all rows, in one pass: dense columns block by block, combined in block order; indicators by
/// counting.
/// </summary>
internal sealed class MomentAccumulator
{
    private const int ValuesInFlight = 1 << 24;

    private readonly TrainingData data;
    private readonly RegressionPanel panel;
    private readonly IColumnProducts products;
    private readonly MomentMatrix matrix;
    private readonly int[] places;
    private readonly MomentBlock[] slots;

    private MomentAccumulator(TrainingData data, RegressionPanel panel, IColumnProducts products)
    {
        this.data = data;
        this.panel = panel;
        this.products = products;
        this.matrix = new MomentMatrix(data.Design.Width);
        this.places = this.matrix.Places(data.Design.DenseColumns);
        int size = panel.Width * Math.Max(panel.Width, DesignMatrix.RowsPerBlock);
        int count = Math.Clamp(ValuesInFlight / size, 1, Math.Min(OrderedBlocks.Slots, data.Design.BlockCount));
        this.slots = [.. Enumerable.Range(0, count).Select(_ => new MomentBlock(data.Design, panel.Width))];
    }

    /// <summary>Sums.</summary>
    /// <param name="data">Indicators and weights.</param>
    /// <param name="panel">Constant, dense columns and label.</param>
    /// <param name="products">How exactly products are summed.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static MomentMatrix Compute(TrainingData data, RegressionPanel panel, IColumnProducts products, CancellationToken cancellation)
    {
        MomentAccumulator accumulator = new(data, panel, products);
        IndicatorMoments? indicators = data.Design.CodeCount == 0 ? null : new(data, panel.Width, products, accumulator.matrix);
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, data.MaximumThreads), CancellationToken = cancellation };
        for (int first = 0; first < data.Design.BlockCount; first += accumulator.slots.Length)
        {
            MomentBlock[] blocks = accumulator.slots[..Math.Min(accumulator.slots.Length, data.Design.BlockCount - first)];
            int start = first;
            Parallel.For(0, blocks.Length, options, slot => accumulator.Read(start + slot, blocks[slot]));
            Array.ForEach(blocks, accumulator.Combine);
            indicators?.Add(blocks, options);
        }

        indicators?.Finish();
        return accumulator.matrix;
    }

    private void Read(int block, MomentBlock memory)
    {
        int rows = this.data.Design.RowsIn(block);
        memory.Begin(block * DesignMatrix.RowsPerBlock, rows);
        this.panel.Fill(block, memory.Values);
        this.data.Design.Codes(block).CopyTo(memory.Codes);
        RegressionPanel.Transpose(memory.Values, rows, this.panel.Width, memory.Columns);
        ReadOnlySpan<double> weights = this.data.Weights is null ? [] : this.data.Weights.AsSpan(memory.FirstRow, rows);
        this.products.Sum(memory.Columns, rows, weights, memory.Sums);
    }

    private void Combine(MomentBlock block)
    {
        for (int first = 0; first < this.places.Length; first++)
        {
            for (int second = first; second < this.places.Length; second++)
            {
                this.matrix[this.places[first], this.places[second]] += block.Sums[(first * this.places.Length) + second];
            }
        }
    }
}
