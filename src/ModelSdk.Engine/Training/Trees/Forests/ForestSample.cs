namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// The rows that a tree of a forest is fitted to, drawn with replacement (Breiman, "Bagging predictors", 1996), and what each adds to sums: weight
/// times label, and weight, as whole numbers.
/// </summary>
internal sealed class ForestSample
{
    private readonly int[] counts;

    /// <summary>Creates the work space.</summary>
    /// <param name="rows">How many training rows there are.</param>
    public ForestSample(int rows)
    {
        this.counts = new int[rows];
        this.Gradients = new long[rows];
        this.Weights = new long[rows];
    }

    /// <summary>For each row how often it was drawn.</summary>
    public ReadOnlySpan<int> Counts => this.counts;

    /// <summary>The rows that were drawn, ascending.</summary>
    public int[] Rows { get; private set; } = [];

    /// <summary>For each drawn row its weight times its label.</summary>
    public long[] Gradients { get; }

    /// <summary>For each drawn row its weight, above the bits that count rows, in which it is 1.</summary>
    public long[] Weights { get; }

    /// <summary>What the whole numbers are worth.</summary>
    public FixedPoint Units { get; private set; }

    /// <summary>Draws as many rows as there are.</summary>
    /// <param name="random">The tree's generator.</param>
    /// <param name="target">Labels and weights.</param>
    public void Draw(SeededRandom random, ForestTarget target)
    {
        Array.Clear(this.counts);
        for (int draw = 0; draw < this.counts.Length; draw++)
        {
            this.counts[random.Next(this.counts.Length)]++;
        }

        this.Rows = [.. Enumerable.Range(0, this.counts.Length).Where(row => this.counts[row] > 0)];
        double labels = 0;
        double weights = 0;
        foreach (int row in this.Rows)
        {
            labels += Math.Abs(this.counts[row] * target.Weight(row) * target.Value(row));
            weights += this.counts[row] * target.Weight(row);
        }

        this.Units = FixedPoint.For(this.Rows.Length, labels, weights);
        foreach (int row in this.Rows)
        {
            double weight = this.counts[row] * target.Weight(row);
            this.Gradients[row] = (long)Math.Round(weight * target.Value(row) / this.Units.GradientUnit);
            this.Weights[row] = ((long)Math.Round(weight / this.Units.HessianUnit) << this.Units.CountBits) | 1;
        }
    }
}
