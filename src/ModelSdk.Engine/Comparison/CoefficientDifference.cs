namespace ModelSdk.Engine.Comparison;

/// <summary>A coefficient that differs between two versions.</summary>
/// <param name="Output">The class whose margin it is; for regression the label's name.</param>
/// <param name="Term">The column of the design: <c>Age</c>, <c>Region=EU</c>, <c>Age (missing)</c>; <c>(intercept)</c> for the intercept.</param>
/// <param name="Before">The earlier coefficient in the original units of the feature; null where there is no such term.</param>
/// <param name="After">The later coefficient in the original units of the feature; null where there is no such term.</param>
/// <param name="StandardisedChange">
/// The change of the coefficient for one standard deviation of the feature, each version by its own training rows, without sign; 0 for the
/// intercept, which has none.
/// </param>
public sealed record CoefficientDifference(string Output, string Term, double? Before, double? After, double StandardisedChange);
