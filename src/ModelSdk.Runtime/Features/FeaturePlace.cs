using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Features;

/// <summary>Where a feature is read from and written to.</summary>
/// <param name="Encoding">The feature.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="TextSlot">For texts: the first of its buckets' slots.</param>
/// <param name="Column">Its first column.</param>
/// <param name="Dense">Where its numbers begin among the dense columns.</param>
/// <param name="Group">Its group of indicators; −1 where it has none.</param>
internal sealed record FeaturePlace(FeatureEncoding Encoding, int Slot, int TextSlot, int Column, int Dense, int Group)
{
    /// <summary>The first of its indicator columns.</summary>
    public int FirstIndicator => this.Column + this.Encoding.NumberWidth;

    /// <summary>The last of its indicator columns.</summary>
    public int LastIndicator => this.FirstIndicator + this.Encoding.IndicatorWidth - 1;

    /// <summary>Where its products begin among the dense columns.</summary>
    public int FirstProduct => this.Dense + this.Encoding.NumberWidth;
}
