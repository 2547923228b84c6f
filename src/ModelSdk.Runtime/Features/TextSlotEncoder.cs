using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Features;

/// <summary>Texts: the buckets that occurred in the training rows.</summary>
internal sealed class TextSlotEncoder : SlotEncoder
{
    private readonly int first;
    private readonly int[] slots;
    private readonly bool native;

    public TextSlotEncoder(FeaturePlace place, TextEncoding text)
        : base(place)
    {
        this.first = place.Dense;
        this.slots = [.. Enumerable.Range(0, text.Buckets).Where(bucket => text.Frequencies[bucket] > 0).Select(bucket => place.TextSlot + bucket)];
        this.native = place.Encoding.Native;
    }

    /// <inheritdoc/>
    protected override void WriteNumbers(double value, ReadOnlySpan<double> slots, Span<double> dense)
    {
        Span<double> own = dense.Slice(this.first, this.slots.Length);
        if (double.IsNaN(value))
        {
            own.Fill(this.native ? double.NaN : 0);
            return;
        }

        for (int index = 0; index < own.Length; index++)
        {
            own[index] = slots[this.slots[index]];
        }
    }
}
