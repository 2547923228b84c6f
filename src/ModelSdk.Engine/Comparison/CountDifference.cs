namespace ModelSdk.Engine.Comparison;

/// <summary>A number of rows in two versions.</summary>
/// <param name="Before">The earlier number; null where it is not known.</param>
/// <param name="After">The later number; null where it is not known.</param>
public sealed record CountDifference(int? Before, int? After);
