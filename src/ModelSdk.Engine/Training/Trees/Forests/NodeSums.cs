namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// The sums of a node's rows by bin of one feature, of those bins only that hold a row. A sum has an element for each output and one for weight
/// and count.
/// </summary>
/// <param name="outputs">How many outputs there are.</param>
/// <param name="mostBins">The most bins of a feature.</param>
/// <param name="mostRows">The most rows of a node.</param>
internal sealed class NodeSums(int outputs, int mostBins, int mostRows)
{
    // Below this, sorting the rows by bin costs less than going through all bins.
    private const int FewRows = 48;

    private readonly long[] dense = new long[mostBins * (outputs + 1)];
    private readonly long[] sums = new long[mostBins * (outputs + 1)];
    private readonly int[] bins = new int[mostBins];
    private readonly int[] binOfRow = new int[mostRows];

    /// <summary>How many bins hold a row.</summary>
    public int Count { get; private set; }

    /// <summary>A bin that holds a row, ascending.</summary>
    public int Bin(int index) => this.bins[index];

    /// <summary>Its sum.</summary>
    public ReadOnlySpan<long> Sum(int index) => this.sums.AsSpan(index * (outputs + 1), outputs + 1);

    /// <summary>Sums a node's rows.</summary>
    /// <param name="matrix">The bins.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="rows">The node's rows.</param>
    /// <param name="sample">What they add.</param>
    /// <param name="target">Which output they add to.</param>
    public void Fill(BinnedMatrix matrix, int feature, ReadOnlySpan<int> rows, ForestSample sample, ForestTarget target)
    {
        this.Gather(matrix, feature, rows);
        if (rows.Length < FewRows)
        {
            this.FillSorted(rows, sample, target);
        }
        else
        {
            this.FillDense(matrix.Features[feature].Count, rows, sample, target);
        }
    }

    private void Gather(BinnedMatrix matrix, int feature, ReadOnlySpan<int> rows)
    {
        (BinnedGroup group, int shift) = matrix.Place(feature);
        Span<int> gathered = this.binOfRow.AsSpan(0, rows.Length);
        if (group.IsWide)
        {
            for (int index = 0; index < gathered.Length; index++)
            {
                gathered[index] = group.Wide[rows[index]];
            }

            return;
        }

        uint[] words = group.Words;
        for (int index = 0; index < gathered.Length; index++)
        {
            gathered[index] = (byte)(words[rows[index]] >> shift);
        }
    }

    private void FillSorted(ReadOnlySpan<int> rows, ForestSample sample, ForestTarget target)
    {
        // The position below the bin makes each key unique.
        Span<int> keys = stackalloc int[rows.Length];
        for (int index = 0; index < keys.Length; index++)
        {
            keys[index] = (this.binOfRow[index] * FewRows) + index;
        }

        keys.Sort();
        this.Count = 0;
        foreach (int key in keys)
        {
            int bin = key / FewRows;
            if (this.Count == 0 || this.bins[this.Count - 1] != bin)
            {
                this.sums.AsSpan(this.Count * (outputs + 1), outputs + 1).Clear();
                this.bins[this.Count++] = bin;
            }

            Add(this.sums.AsSpan((this.Count - 1) * (outputs + 1), outputs + 1), rows[key % FewRows], sample, target);
        }
    }

    private void FillDense(int binCount, ReadOnlySpan<int> rows, ForestSample sample, ForestTarget target)
    {
        int width = outputs + 1;
        Span<long> all = this.dense.AsSpan(0, binCount * width);
        all.Clear();
        for (int index = 0; index < rows.Length; index++)
        {
            Add(all.Slice(this.binOfRow[index] * width, width), rows[index], sample, target);
        }

        this.Count = 0;
        for (int bin = 0; bin < binCount; bin++)
        {
            ReadOnlySpan<long> sum = all.Slice(bin * width, width);
            if (sum[outputs] != 0)
            {
                sum.CopyTo(this.sums.AsSpan(this.Count * width));
                this.bins[this.Count++] = bin;
            }
        }
    }

    private static void Add(Span<long> sum, int row, ForestSample sample, ForestTarget target)
    {
        sum[target.Output(row)] += sample.Gradients[row];
        sum[^1] += sample.Weights[row];
    }
}
