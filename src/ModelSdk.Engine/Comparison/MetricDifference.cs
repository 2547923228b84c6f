namespace ModelSdk.Engine.Comparison;

/// <summary>A metric of two versions.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Before">The earlier version's value; null where it has none.</param>
/// <param name="After">The later version's value; null where it has none.</param>
/// <param name="Verdict">What the difference means.</param>
public sealed record MetricDifference(string Name, double? Before, double? After, MetricVerdict Verdict);
