namespace ModelSdk.Contracts.Models;

/// <summary>The product of a feature's number with another feature.</summary>
/// <param name="With">The other feature's column in the contract.</param>
/// <param name="Width">How many columns it fills: 1 where the other one is a number too, else one for each of its indicators.</param>
public sealed record FeatureInteraction(string With, int Width);
