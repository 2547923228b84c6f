using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Features;

/// <summary>Numbers and booleans: filled, transformed, scaled.</summary>
internal sealed class NumberSlotEncoder(FeaturePlace place) : SlotEncoder(place)
{
    private readonly int index = place.Dense;
    private readonly double fill = place.Encoding.Fill;
    private readonly double mean = place.Encoding.Mean;
    private readonly double scale = place.Encoding.Scale;
    private readonly bool logarithm = place.Encoding.Transform == FeatureTransform.Log;
    private readonly QuantileMap? quantiles = place.Encoding.Quantiles.Count > 0 ? new QuantileMap([.. place.Encoding.Quantiles]) : null;

    /// <inheritdoc/>
    protected override void WriteNumbers(double value, ReadOnlySpan<double> slots, Span<double> dense)
    {
        double number = double.IsNaN(value) ? this.fill : value;
        number = this.logarithm ? FeatureNumber.SignedLog(number) : number;
        number = this.quantiles is null ? number : this.quantiles.Share(number);
        dense[this.index] = FeatureNumber.Bounded((number - this.mean) / this.scale);
    }
}
