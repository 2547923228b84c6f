namespace ModelSdk.Runtime.Features;

/// <summary>
/// The share of the training rows below a value, 0 to 1, by linear interpolation between quantiles at equal distances: the uniform form of
/// scikit-learn's QuantileTransformer. Within a stretch of equal quantiles the middle of their shares is taken.
/// </summary>
/// <param name="quantiles">At least one number, ascending.</param>
internal sealed class QuantileMap(double[] quantiles)
{
    private readonly double intervals = Math.Max(quantiles.Length - 1, 1);

    /// <summary>The share of a value.</summary>
    /// <param name="value">A number.</param>
    public double Share(double value)
    {
        if (value <= quantiles[0] || value >= quantiles[^1])
        {
            return value <= quantiles[0] ? 0 : 1;
        }

        int below = this.CountBelow(value, orEqual: false);
        int upTo = this.CountBelow(value, orEqual: true);
        double place = below < upTo
            ? (below + (upTo - 1)) * 0.5
            : upTo - 1 + ((value - quantiles[upTo - 1]) / (quantiles[upTo] - quantiles[upTo - 1]));
        return place / this.intervals;
    }

    private int CountBelow(double value, bool orEqual)
    {
        int low = 0;
        int high = quantiles.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            bool counts = quantiles[middle] < value || (orEqual && quantiles[middle] == value);
            (low, high) = counts ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
