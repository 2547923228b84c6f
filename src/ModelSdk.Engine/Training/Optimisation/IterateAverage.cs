using System.Numerics;

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
        double count = ++this.added;
        int index = 0;
        for (; index <= this.mean.Length - Vector<double>.Count; index += Vector<double>.Count)
        {
            Vector<double> own = new(this.mean, index);
            (own + ((new Vector<double>(point[index..]) - own) / new Vector<double>(count))).CopyTo(this.mean, index);
        }

        for (; index < this.mean.Length; index++)
        {
            this.mean[index] += (point[index] - this.mean[index]) / count;
        }
    }

    /// <summary>The mean.</summary>
    /// <param name="otherwise">What it is where no point was added.</param>
    public double[] Value(double[] otherwise) => this.added == 0 ? otherwise : this.mean;
}
