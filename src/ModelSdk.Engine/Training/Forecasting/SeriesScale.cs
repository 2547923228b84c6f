using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Brings the values of a series to a common size, so that one regression can learn from all series: mean 0 and, without logarithms, deviation 1.</summary>
internal sealed class SeriesScale
{
    private readonly bool logarithm;
    private readonly double shift;
    private readonly double mean;
    private readonly double deviation = 1;

    /// <summary>Measures a series.</summary>
    /// <param name="values">Its values; all above 0 for logarithms, all 0 or more for counts.</param>
    /// <param name="form">Whether to take logarithms first.</param>
    public SeriesScale(double[] values, LagForm form)
    {
        this.logarithm = form.Logarithm;
        this.shift = form.IsCounts ? 1 : 0;
        double[] taken = Array.ConvertAll(values, this.Take);
        this.mean = EightLanes.Sum(taken) / taken.Length;
        double[] centred = Array.ConvertAll(taken, value => value - this.mean);
        double spread = Math.Sqrt(EightLanes.Dot(centred, centred) / taken.Length);
        this.deviation = this.logarithm || !(spread > 0) ? 1 : spread;
    }

    /// <summary>A value on the common scale.</summary>
    public double To(double value) => (this.Take(value) - this.mean) / this.deviation;

    /// <summary>A value in the series' own unit.</summary>
    public double From(double scaled)
    {
        double value = (scaled * this.deviation) + this.mean;
        return this.logarithm ? DeterministicMath.Exp(value) - this.shift : value;
    }

    private double Take(double value) => this.logarithm ? DeterministicMath.Log(value + this.shift) : value;
}
