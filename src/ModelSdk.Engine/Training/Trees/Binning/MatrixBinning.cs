using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Puts the design's values into bins, which the fitted rows alone decide.</summary>
/// <param name="data">Design and columns.</param>
/// <param name="order">The design's rows in the order of the result; the fitted ones first.</param>
/// <param name="fitted">How many rows are fitted.</param>
/// <param name="mostBins">How many bins of values a number may have, 1 to 255.</param>
internal sealed class MatrixBinning(TrainingData data, int[] order, int fitted, int mostBins)
{
    /// <summary>Bins all features.</summary>
    /// <param name="cancellation">Stops the work between groups of features.</param>
    public BinnedMatrix Run(CancellationToken cancellation)
    {
        int[][] groups = Groups(data.Columns);
        FeatureBins[] features = new FeatureBins[data.Columns.Count];
        BinnedGroup[] binned = new BinnedGroup[groups.Length];
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, data.MaximumThreads), CancellationToken = cancellation };
        Parallel.For(0, groups.Length, options, index => binned[index] = this.Bin(groups[index], features));
        return new BinnedMatrix(order.Length, features, binned);
    }

    private static int[][] Groups(IReadOnlyList<DesignColumn> columns)
    {
        int[] all = [.. Enumerable.Range(0, columns.Count)];
        int[] wide = [.. all.Where(column => IsWide(columns[column]))];
        return [.. all.Except(wide).Chunk(BinnedGroup.Width), .. wide.Select(column => new[] { column })];
    }

    // With those of other and of missing values, the bins do not fit a byte.
    private static bool IsWide(DesignColumn column) => column.IsCategorical && column.CategoryCount + 2 > byte.MaxValue + 1;

    private BinnedGroup Bin(int[] columns, FeatureBins[] features)
    {
        float[][] values = this.Extract(columns);
        float[] work = new float[fitted];
        float[] buffer = new float[fitted];
        for (int index = 0; index < columns.Length; index++)
        {
            DesignColumn column = data.Columns[columns[index]];
            features[columns[index]] = column.IsCategorical
                ? CategoryBinning.Bins(columns[index], column, values[index].AsSpan(0, fitted))
                : this.Numeric(columns[index], column, values[index], work, buffer);
        }

        return IsWide(data.Columns[columns[0]])
            ? new BinnedGroup { Features = columns, Wide = Array.ConvertAll(values[0], value => (ushort)features[columns[0]].BinOf(value)) }
            : new BinnedGroup { Features = columns, Words = Pack(columns, features, values) };
    }

    // The design lies row by row: one pass reads the columns of a whole group.
    private float[][] Extract(int[] columns)
    {
        float[][] values = [.. columns.Select(_ => new float[order.Length])];
        for (int row = 0; row < order.Length; row++)
        {
            ReadOnlySpan<double> source = data.Design.DenseRow(order[row]);
            for (int index = 0; index < columns.Length; index++)
            {
                values[index][row] = (float)source[columns[index]];
            }
        }

        return values;
    }

    private NumericBins Numeric(int column, DesignColumn definition, float[] values, float[] work, float[] buffer)
    {
        int present = 0;
        for (int row = 0; row < fitted; row++)
        {
            if (!float.IsNaN(values[row]))
            {
                // Adding 0 makes −0 the same bits as 0.
                work[present++] = values[row] + 0f;
            }
        }

        FloatSort.Sort(work.AsSpan(0, present), buffer);
        float[] bounds = NumericBinning.Bounds(work.AsSpan(0, present), mostBins);
        return new NumericBins(bounds) { Column = column, HasMissing = present < fitted, Monotone = definition.Monotone };
    }

    private static uint[] Pack(int[] columns, FeatureBins[] features, float[][] values)
    {
        uint[] words = new uint[values[0].Length];
        for (int index = 0; index < columns.Length; index++)
        {
            FeatureBins bins = features[columns[index]];
            float[] source = values[index];
            for (int row = 0; row < words.Length; row++)
            {
                words[row] |= (uint)bins.BinOf(source[row]) << (index * 8);
            }
        }

        return words;
    }
}
