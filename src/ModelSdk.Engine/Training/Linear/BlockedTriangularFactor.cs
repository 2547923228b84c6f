using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>
/// The triangular factor of a tall matrix [constant | design | target] whose rows are scaled by the roots of their weights: every block of rows is
/// reduced on its own, and the small factors are folded into one in block order (TSQR: Demmel, Grigori, Hoemmen and Langou 2012, sequential
/// variant). The squared condition number of normal equations never appears.
/// </summary>
internal sealed class BlockedTriangularFactor
{
    private readonly TrainingData data;
    private readonly bool constant;
    private readonly double[] shifts;
    private readonly double[][] slots;
    private readonly double[] stack;

    private BlockedTriangularFactor(TrainingData data, bool constant)
    {
        this.data = data;
        this.constant = constant;
        this.Order = data.Design.Width + (constant ? 2 : 1);
        this.shifts = constant ? new double[data.Design.Width] : LinearParameters.Shifts(data.Columns);
        this.slots = [.. Enumerable.Range(0, Math.Min(OrderedBlocks.Slots, data.Design.BlockCount)).Select(_ => new double[this.Order * this.Order])];
        this.stack = new double[2 * this.Order * this.Order];
    }

    /// <summary>The number of rows and columns of the factor.</summary>
    public int Order { get; }

    /// <summary>Computes the factor, stored column after column.</summary>
    /// <param name="data">Design, target and weights.</param>
    /// <param name="constant">Whether a column of ones stands first; without it the columns are used as if their means had not been subtracted.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static double[] Compute(TrainingData data, bool constant, CancellationToken cancellation)
    {
        BlockedTriangularFactor factor = new(data, constant);
        OrderedBlocks.Run(data.Design.BlockCount, data.MaximumThreads, factor.ReduceBlock, factor.Fold, cancellation);
        return factor.TakeUpperHalf();
    }

    private void ReduceBlock(int block, int slot)
    {
        int rows = this.data.Design.RowsIn(block);
        double[] columns = new double[rows * this.Order];
        this.Fill(block, rows, columns);
        HouseholderReduction.Reduce(columns, rows, this.Order);
        CopyTriangle(columns, rows, this.slots[slot], this.Order, 0, this.Order);
    }

    private void Fill(int block, int rows, double[] columns)
    {
        double[] values = new double[this.data.Design.Width];
        int width = this.data.Design.Width;
        int first = this.constant ? 1 : 0;
        for (int row = 0; row < rows; row++)
        {
            int index = (block * DesignMatrix.RowsPerBlock) + row;
            this.data.Design.Expand(index, values);
            double root = Math.Sqrt(this.data.Weight(index));
            columns[row] = root;
            for (int column = 0; column < width; column++)
            {
                columns[((column + first) * rows) + row] = root * (values[column] + this.shifts[column]);
            }

            columns[((this.Order - 1) * rows) + row] = root * this.data.Target[index];
        }
    }

    private void Fold(int slot)
    {
        CopyTriangle(this.slots[slot], this.Order, this.stack, 2 * this.Order, this.Order, this.Order);
        HouseholderReduction.Reduce(this.stack, 2 * this.Order, this.Order);
        ClearBelow(this.stack, 2 * this.Order, this.Order);
    }

    private double[] TakeUpperHalf()
    {
        double[] factor = new double[this.Order * this.Order];
        CopyTriangle(this.stack, 2 * this.Order, factor, this.Order, 0, this.Order);
        return factor;
    }

    private static void CopyTriangle(double[] source, int sourceRows, double[] target, int targetRows, int firstRow, int order)
    {
        for (int column = 0; column < order; column++)
        {
            Span<double> destination = target.AsSpan((column * targetRows) + firstRow, order);
            int count = Math.Min(column + 1, sourceRows);
            source.AsSpan(column * sourceRows, count).CopyTo(destination);
            destination[count..].Clear();
        }
    }

    private static void ClearBelow(double[] columns, int rows, int order)
    {
        for (int column = 0; column < order; column++)
        {
            columns.AsSpan((column * rows) + column + 1, rows - column - 1).Clear();
        }
    }
}
