namespace ModelSdk.Engine.Training.Trees;

/// <summary>Bins of numbers, which are rounded to 32-bit floats first, as the kernel does. Bin b holds what lies above bound b − 1 and not above bound b.</summary>
/// <param name="bounds">The upper bounds, ascending; the last is +∞.</param>
internal sealed class NumericBins(float[] bounds) : FeatureBins
{
    // A power of two, so that the search needs no comparison of positions.
    private const int Half = 128;
    private readonly float[] padded = [.. bounds, .. Enumerable.Repeat(float.PositiveInfinity, (2 * Half) - bounds.Length)];

    /// <inheritdoc/>
    public override int Count => bounds.Length + 1;

    /// <summary>The number of bins of values.</summary>
    public int ValueCount => bounds.Length;

    /// <summary>The threshold that parts a bin and those below it from those above.</summary>
    /// <param name="bin">A bin of values.</param>
    public float Threshold(int bin) => bounds[bin];

    /// <inheritdoc/>
    public override int BinOf(double value) => double.IsNaN(value) ? this.MissingBin : this.Search((float)value);

    private int Search(float value)
    {
        float[] upper = this.padded;
        int position = 0;
        for (int step = Half; step > 0; step >>= 1)
        {
            position += upper[position + step - 1] < value ? step : 0;
        }

        return position;
    }
}
