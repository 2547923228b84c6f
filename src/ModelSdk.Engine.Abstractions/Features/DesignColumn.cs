namespace ModelSdk.Engine.Features;

/// <summary>A column of the design matrix.</summary>
/// <param name="Name">What it is called among the coefficients: <c>Age</c>, <c>Age (missing)</c>, <c>Region=EU</c>, <c>Region (other)</c>.</param>
/// <param name="Feature">The contract's column that it comes from.</param>
/// <param name="Mean">What was subtracted from the original values; 0 for indicators.</param>
/// <param name="Scale">What the result was divided by; 1 for indicators.</param>
public sealed record DesignColumn(string Name, string Feature, double Mean, double Scale);
