using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// The sums that indicator columns take part in. Each group of indicators, and each pair of groups, goes through all rows in order on one thread;
/// no two write to the same place.
/// </summary>
internal sealed class IndicatorMoments
{
    private readonly TrainingData data;
    private readonly RegressionPanel panel;
    private readonly IColumnProducts products;
    private readonly MomentMatrix matrix;
    private readonly double[] sums;
    private readonly double[] errors;

    private IndicatorMoments(TrainingData data, RegressionPanel panel, IColumnProducts products, MomentMatrix matrix)
    {
        this.data = data;
        this.panel = panel;
        this.products = products;
        this.matrix = matrix;
        this.sums = new double[data.Design.Width * panel.Width];
        this.errors = new double[data.Design.Width * panel.Width];
    }

    /// <summary>Adds them to a matrix.</summary>
    /// <param name="data">Indicators and weights.</param>
    /// <param name="panel">Constant, dense columns and label.</param>
    /// <param name="products">How exactly products are summed.</param>
    /// <param name="matrix">Gets the sums.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static void Add(TrainingData data, RegressionPanel panel, IColumnProducts products, MomentMatrix matrix, CancellationToken cancellation)
    {
        int groups = data.Design.CodeCount;
        if (groups == 0)
        {
            return;
        }

        IndicatorMoments moments = new(data, panel, products, matrix);
        (int First, int Second)[] pairs = [.. Enumerable.Range(0, groups).SelectMany(first => Enumerable.Range(first, groups - first).Select(second => (first, second)))];
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, data.MaximumThreads), CancellationToken = cancellation };
        Parallel.For(0, pairs.Length, options, pair => moments.Count(pairs[pair].First, pairs[pair].Second));
        moments.Spread();
    }

    private void Count(int first, int second)
    {
        if (first == second)
        {
            this.CountWithNumbers(first);
            return;
        }

        int groups = this.data.Design.CodeCount;
        for (int block = 0; block < this.data.Design.BlockCount; block++)
        {
            ReadOnlySpan<int> codes = this.data.Design.Codes(block);
            int firstRow = block * DesignMatrix.RowsPerBlock;
            for (int start = 0; start < codes.Length; start += groups)
            {
                int left = codes[start + first];
                int right = codes[start + second];
                if (left >= 0 && right >= 0)
                {
                    this.AddPair(Math.Min(left, right), Math.Max(left, right), this.data.Weight(firstRow + (start / groups)));
                }
            }
        }
    }

    private void AddPair(int left, int right, double weight)
    {
        int place = ((left + 1) * this.matrix.Order) + right + 1;
        DoubleDouble sum = DoubleDouble.Sum(this.matrix.High[place], weight);
        this.matrix.High[place] = sum.High;
        this.matrix.Low[place] += sum.Low;
    }

    private void CountWithNumbers(int group)
    {
        int width = this.panel.Width;
        double[] values = new double[DesignMatrix.RowsPerBlock * width];
        for (int block = 0; block < this.data.Design.BlockCount; block++)
        {
            ReadOnlySpan<int> codes = this.data.Design.Codes(block);
            int firstRow = block * DesignMatrix.RowsPerBlock;
            int rows = this.data.Design.RowsIn(block);
            this.panel.Fill(firstRow, rows, values.AsSpan(0, rows * width));
            for (int row = 0; row < rows; row++)
            {
                int code = codes[(row * this.data.Design.CodeCount) + group];
                if (code >= 0)
                {
                    int place = code * width;
                    this.products.Add(this.data.Weight(firstRow + row), values.AsSpan(row * width, width), this.sums.AsSpan(place, width), this.errors.AsSpan(place, width));
                }
            }
        }
    }

    private void Spread()
    {
        int[] places = this.matrix.Places(this.data.Design.DenseColumns);
        bool[] isDense = new bool[this.data.Design.Width];
        foreach (int column in this.data.Design.DenseColumns)
        {
            isDense[column] = true;
        }

        for (int column = 0; column < isDense.Length; column++)
        {
            for (int index = 0; index < places.Length && !isDense[column]; index++)
            {
                int place = (column * places.Length) + index;
                DoubleDouble sum = DoubleDouble.Sum(this.sums[place], this.errors[place]);
                this.matrix.Set(column + 1, places[index], sum);
                if (index == 0)
                {
                    this.matrix[column + 1, column + 1] = sum;
                }
            }
        }
    }
}
