namespace ModelSdk.Runtime.Features;

/// <summary>Computes the numbers and indicators of one feature.</summary>
/// <param name="place">Where the feature stands.</param>
internal abstract class SlotEncoder(FeaturePlace place)
{
    private readonly int slot = place.Slot;
    private readonly int group = place.Group;
    private readonly int missingColumn = place.Encoding.MissingIndicator ? place.LastIndicator : -1;

    /// <summary>Encodes the feature of one row.</summary>
    /// <param name="slots">The row's slots.</param>
    /// <param name="dense">The row's dense columns.</param>
    /// <param name="codes">The row's groups of indicators.</param>
    public void Encode(ReadOnlySpan<double> slots, Span<double> dense, Span<int> codes)
    {
        double value = slots[this.slot];
        this.WriteNumbers(value, slots, dense);
        if (this.group >= 0)
        {
            codes[this.group] = double.IsNaN(value) ? this.missingColumn : this.IndicatorOf(value);
        }
    }

    /// <summary>Writes the feature's dense columns.</summary>
    /// <param name="value">Its slot.</param>
    /// <param name="slots">All slots of the row.</param>
    /// <param name="dense">All dense columns of the row.</param>
    protected abstract void WriteNumbers(double value, ReadOnlySpan<double> slots, Span<double> dense);

    /// <summary>The indicator column that is 1 for a value that is not missing; −1 where none is.</summary>
    /// <param name="value">The slot.</param>
    protected virtual int IndicatorOf(double value) => -1;
}
