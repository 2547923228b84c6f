using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Features;

/// <summary>Categories: an indicator for each known one but the reference, and one for all others.</summary>
internal sealed class CategorySlotEncoder : SlotEncoder
{
    // The indicator column of each known category, then that of all others.
    private readonly int[] columns;

    public CategorySlotEncoder(FeaturePlace place)
        : base(place)
    {
        FeatureEncoding encoding = place.Encoding;
        int next = place.FirstIndicator;
        this.columns = new int[encoding.Categories.Count + 1];
        for (int code = 0; code < encoding.Categories.Count; code++)
        {
            this.columns[code] = code == encoding.Reference ? -1 : next++;
        }

        this.columns[^1] = encoding.OtherIndicator ? next : -1;
    }

    /// <inheritdoc/>
    protected override void WriteNumbers(double value, ReadOnlySpan<double> slots, Span<double> dense)
    {
    }

    /// <inheritdoc/>
    protected override int IndicatorOf(double value) => value >= 0 && value < this.columns.Length - 1 ? this.columns[(int)value] : this.columns[^1];
}
