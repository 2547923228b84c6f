namespace ModelSdk.Engine.Training.Linear;

/// <summary>What one column of the design adds to a margin.</summary>
/// <param name="Feature">The contract's column.</param>
/// <param name="Term">The column of the design: <c>Age</c>, <c>Region=EU</c>, <c>Age (missing)</c>.</param>
/// <param name="Value">The change of the margin for one more unit of the feature, or for a category or a missing value against the reference.</param>
/// <param name="Standardised">The same for one standard deviation of the training rows; equal to <paramref name="Value"/> for indicators.</param>
public sealed record Coefficient(string Feature, string Term, double Value, double Standardised);
