namespace ModelSdk.Engine.Features;

/// <summary>Quantiles of values by linear interpolation between order statistics: definition 7 of Hyndman and Fan, "Sample quantiles in statistical packages", 1996.</summary>
internal sealed class OrderStatistics
{
    private readonly double[] sorted;

    /// <summary>Sorts a copy of the values.</summary>
    /// <param name="values">At least one number.</param>
    public OrderStatistics(double[] values)
    {
        this.sorted = [.. values];
        Array.Sort(this.sorted);
    }

    /// <summary>The least value.</summary>
    public double Least => this.sorted[0];

    /// <summary>The greatest value.</summary>
    public double Greatest => this.sorted[^1];

    /// <summary>The median.</summary>
    public double Median => this.Quantile(1, 2);

    /// <summary>The quantile of a share.</summary>
    /// <param name="numerator">The share's numerator, 0 to <paramref name="denominator"/>.</param>
    /// <param name="denominator">The share's denominator, 1 or more.</param>
    public double Quantile(int numerator, int denominator)
    {
        long scaled = (long)numerator * (this.sorted.Length - 1);
        int below = (int)(scaled / denominator);
        double fraction = scaled % denominator / (double)denominator;
        return fraction == 0 ? this.sorted[below] : this.sorted[below] + ((this.sorted[below + 1] - this.sorted[below]) * fraction);
    }
}
