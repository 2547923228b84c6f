using System.Buffers;
using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>Sums the products of all pairs of columns over all rows: dense columns block by block, indicators by counting.</summary>
internal sealed class MomentAccumulator
{
    private const int ValuesInFlight = 1 << 24;

    private readonly TrainingData data;
    private readonly RegressionPanel panel;
    private readonly IColumnProducts products;
    private readonly MomentMatrix matrix;
    private readonly int[] places;
    private readonly DoubleDouble[][] slots;

    private MomentAccumulator(TrainingData data, RegressionPanel panel, IColumnProducts products)
    {
        this.data = data;
        this.panel = panel;
        this.products = products;
        this.matrix = new MomentMatrix(data.Design.Width);
        this.places = this.matrix.Places(data.Design.DenseColumns);
        int pairs = panel.Width * panel.Width;
        this.slots = [.. Enumerable.Range(0, Math.Clamp(ValuesInFlight / pairs, 1, Math.Min(OrderedBlocks.Slots, data.Design.BlockCount))).Select(_ => new DoubleDouble[pairs])];
    }

    /// <summary>Sums.</summary>
    /// <param name="data">Indicators and weights.</param>
    /// <param name="panel">Constant, dense columns and label.</param>
    /// <param name="products">How exactly products are summed.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static MomentMatrix Compute(TrainingData data, RegressionPanel panel, IColumnProducts products, CancellationToken cancellation)
    {
        MomentAccumulator accumulator = new(data, panel, products);
        OrderedBlocks.Run(data.Design.BlockCount, data.MaximumThreads, accumulator.ReduceBlock, accumulator.Combine, cancellation, accumulator.slots.Length);
        IndicatorMoments.Add(data, panel, products, accumulator.matrix, cancellation);
        return accumulator.matrix;
    }

    private void ReduceBlock(int block, int slot)
    {
        int rows = this.data.Design.RowsIn(block);
        int size = rows * this.panel.Width;
        double[] values = ArrayPool<double>.Shared.Rent(size);
        double[] columns = ArrayPool<double>.Shared.Rent(size);
        this.panel.Fill(block * DesignMatrix.RowsPerBlock, rows, values.AsSpan(0, size));
        RegressionPanel.Transpose(values.AsSpan(0, size), rows, this.panel.Width, columns);
        ReadOnlySpan<double> weights = this.data.Weights is null ? [] : this.data.Weights.AsSpan(block * DesignMatrix.RowsPerBlock, rows);
        this.products.Sum(columns.AsSpan(0, size), rows, weights, this.slots[slot]);
        ArrayPool<double>.Shared.Return(values);
        ArrayPool<double>.Shared.Return(columns);
    }

    private void Combine(int slot)
    {
        DoubleDouble[] sums = this.slots[slot];
        for (int first = 0; first < this.places.Length; first++)
        {
            for (int second = first; second < this.places.Length; second++)
            {
                this.matrix[this.places[first], this.places[second]] += sums[(first * this.places.Length) + second];
            }
        }
    }
}
