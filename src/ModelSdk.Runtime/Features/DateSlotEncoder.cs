using ModelSdk.Contracts.Models;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Runtime.Features;

/// <summary>Dates, taken apart.</summary>
internal sealed class DateSlotEncoder(FeaturePlace place) : SlotEncoder(place)
{
    private readonly int first = place.Dense;
    private readonly DatePartEncoding[] parts = [.. place.Encoding.Parts];
    private readonly double origin = place.Encoding.Origin;
    private readonly double fill = place.Encoding.Native ? double.NaN : place.Encoding.Fill;

    /// <inheritdoc/>
    protected override void WriteNumbers(double value, ReadOnlySpan<double> slots, Span<double> dense)
    {
        int index = this.first;
        foreach (DatePartEncoding part in this.parts)
        {
            if (part.IsCyclical)
            {
                double turns = DateSlot.Turns(part.Part, value);
                dense[index++] = double.IsNaN(value) ? 0 : DeterministicMath.SinTurns(turns);
                dense[index++] = double.IsNaN(value) ? 0 : DeterministicMath.CosTurns(turns);
            }
            else
            {
                double number = DateSlot.Part(part.Part, double.IsNaN(value) ? this.fill : value, this.origin);
                dense[index++] = FeatureNumber.Bounded((number - part.Mean) / part.Scale);
            }
        }
    }
}
