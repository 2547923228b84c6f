namespace ModelSdk.Runtime.Features;

/// <summary>Multiplies the number of a feature with the number or the indicators of another one.</summary>
internal sealed class ProductEncoder
{
    private readonly int number;
    private readonly int otherNumber;
    private readonly int otherGroup;
    private readonly int otherFirstIndicator;
    private readonly int first;
    private readonly int width;

    /// <summary>Creates the encoder of one product.</summary>
    /// <param name="place">The feature that owns the product.</param>
    /// <param name="other">The feature that it is multiplied with.</param>
    /// <param name="first">Where the product begins among the dense columns.</param>
    public ProductEncoder(FeaturePlace place, FeaturePlace other, int first)
    {
        this.number = place.Dense;
        this.otherNumber = other.Encoding.IsNumber ? other.Dense : -1;
        this.otherGroup = other.Group;
        this.otherFirstIndicator = other.FirstIndicator;
        this.first = first;
        this.width = other.Encoding.IsNumber ? 1 : other.Encoding.IndicatorWidth;
    }

    /// <summary>Computes the product of one row whose numbers and indicators are encoded.</summary>
    /// <param name="dense">The row's dense columns.</param>
    /// <param name="codes">The row's groups of indicators.</param>
    public void Encode(Span<double> dense, ReadOnlySpan<int> codes)
    {
        if (this.otherNumber >= 0)
        {
            dense[this.first] = Math.Clamp(dense[this.number] * dense[this.otherNumber], double.MinValue, double.MaxValue);
            return;
        }

        dense.Slice(this.first, this.width).Clear();
        int column = codes[this.otherGroup];
        if (column >= 0)
        {
            dense[this.first + column - this.otherFirstIndicator] = dense[this.number];
        }
    }
}
