namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// The sums that indicator columns take part in. Each group of indicators, and each pair of groups, goes through the rows in order on one thread;
/// no two write to the same place.
/// </summary>
internal sealed class IndicatorMoments
{
    private readonly TrainingData data;
    private readonly int width;
    private readonly IColumnProducts products;
    private readonly MomentMatrix matrix;
    private readonly (int First, int Second)[] pairs;
    private readonly double[] sums;
    private readonly double[] errors;

    /// <summary>Begins.</summary>
    /// <param name="data">Design and weights.</param>
    /// <param name="width">The number of values of a row: constant, dense columns, label.</param>
    /// <param name="products">How exactly products are summed.</param>
    /// <param name="matrix">Gets the sums.</param>
    public IndicatorMoments(TrainingData data, int width, IColumnProducts products, MomentMatrix matrix)
    {
        int groups = data.Design.CodeCount;
        this.data = data;
        this.width = width;
        this.products = products;
        this.matrix = matrix;
        this.pairs = [.. Enumerable.Range(0, groups).SelectMany(first => Enumerable.Range(first, groups - first).Select(second => (first, second)))];
        this.sums = new double[data.Design.Width * width];
        this.errors = new double[data.Design.Width * width];
    }

    /// <summary>Adds rows.</summary>
    /// <param name="blocks">Blocks that follow one another, and those that were added before.</param>
    /// <param name="options">How many threads may work at a time.</param>
    public void Add(MomentBlock[] blocks, ParallelOptions options) => Parallel.For(0, this.pairs.Length, options, pair =>
    {
        (int first, int second) = this.pairs[pair];
        foreach (MomentBlock block in blocks)
        {
            if (first == second)
            {
                this.CountWithNumbers(block, first);
            }
            else
            {
                this.Count(block, first, second);
            }
        }
    });

    /// <summary>Writes the sums with numbers into the matrix.</summary>
    public void Finish()
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

    private void Count(MomentBlock block, int first, int second)
    {
        ReadOnlySpan<int> codes = block.Codes;
        int groups = this.data.Design.CodeCount;
        for (int start = 0; start < codes.Length; start += groups)
        {
            int left = codes[start + first];
            int right = codes[start + second];
            if (left >= 0 && right >= 0)
            {
                this.AddPair(Math.Min(left, right), Math.Max(left, right), this.data.Weight(block.FirstRow + (start / groups)));
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

    private void CountWithNumbers(MomentBlock block, int group)
    {
        ReadOnlySpan<int> codes = block.Codes;
        for (int row = 0; row < block.Rows; row++)
        {
            int code = codes[(row * this.data.Design.CodeCount) + group];
            if (code >= 0)
            {
                int place = code * this.width;
                this.products.Add(
                    this.data.Weight(block.FirstRow + row), block.Values.Slice(row * this.width, this.width), this.sums.AsSpan(place, this.width), this.errors.AsSpan(place, this.width));
            }
        }
    }
}
