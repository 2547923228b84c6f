namespace ModelSdk.LightGbm.Model;

/// <summary>The byte <c>decision_type</c> of a split.</summary>
/// <param name="Bits">Bit 0: categorical; bit 1: missing values go left; bits 2 and 3: <see cref="MissingType"/>.</param>
internal readonly record struct DecisionType(int Bits)
{
    /// <summary>The largest byte that has a meaning.</summary>
    public const int Largest = 11;

    /// <summary>Whether the value is a category.</summary>
    public bool IsCategorical => (this.Bits & 1) != 0;

    /// <summary>Whether missing values go left.</summary>
    public bool DefaultLeft => (this.Bits & 2) != 0;

    /// <summary>Which values are missing.</summary>
    public MissingType Missing => (MissingType)(this.Bits >> 2);
}
