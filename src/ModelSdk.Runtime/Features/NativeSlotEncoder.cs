namespace ModelSdk.Runtime.Features;

/// <summary>The slot as it is, number or code.</summary>
internal sealed class NativeSlotEncoder(FeaturePlace place) : SlotEncoder(place)
{
    private readonly int index = place.Dense;

    /// <inheritdoc/>
    protected override void WriteNumbers(double value, ReadOnlySpan<double> slots, Span<double> dense) => dense[this.index] = value;
}
