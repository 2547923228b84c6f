namespace ModelSdk.Engine.Training;

/// <summary>How certain a coefficient is, in the original units of its column.</summary>
/// <param name="Name">The design column's name, or <c>(intercept)</c>.</param>
/// <param name="Value">The coefficient.</param>
/// <param name="StandardError">Its standard error; NaN where the design leaves it undetermined or no degree of freedom is left.</param>
/// <param name="TValue">Value / standard error.</param>
/// <param name="PValue">The two-sided probability of a greater |t| where the true coefficient is 0, 0 to 1 (Student's t).</param>
public sealed record CoefficientStatistic(string Name, double Value, double StandardError, double TValue, double PValue);
