namespace ModelSdk.Contracts.Models;

/// <summary>What happens to a number before it is scaled.</summary>
public enum FeatureTransform
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The signed logarithm sign(x) · ln(1 + |x|), which is defined for every number and keeps the order.</summary>
    Log,
}
