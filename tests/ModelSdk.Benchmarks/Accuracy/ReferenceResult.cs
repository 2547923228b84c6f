namespace ModelSdk.Benchmarks.Accuracy;

/// <summary>What a library reached.</summary>
/// <param name="Name">The library's model.</param>
/// <param name="Mean">The metric, the mean over the splits.</param>
/// <param name="Deviation">The standard deviation over the splits; null for a single one.</param>
internal sealed record ReferenceResult(string Name, double Mean, double? Deviation);
