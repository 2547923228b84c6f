namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>The mean of the points that an optimiser went through (Ruppert 1988; Polyak and Juditsky, "Acceleration of stochastic approximation by averaging", 1992).</summary>
/// <param name="count">The number of parameters.</param>
internal sealed class IterateAverage(int count)
{
    private readonly double[] mean = new double[count];
    private long added;

    /// <summary>Adds a point: mean ← mean + (point − mean) / n.</summary>
    /// <param name="point">The point.</param>
    public void Add(ReadOnlySpan<double> point)
    {
        this.added++;
        for (int index = 0; index < this.mean.Length; index++)
        {
            this.mean[index] += (point[index] - this.mean[index]) / this.added;
        }
    }

    /// <summary>The mean.</summary>
    /// <param name="otherwise">What it is where no point was added.</param>
    public double[] Value(double[] otherwise) => this.added == 0 ? otherwise : this.mean;
}
