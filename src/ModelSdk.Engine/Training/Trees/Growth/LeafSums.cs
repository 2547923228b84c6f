using System.Runtime.Intrinsics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>A leaf as the search for its split sees it.</summary>
/// <param name="Total">The sums of its rows.</param>
/// <param name="Units">What the sums are worth.</param>
/// <param name="Lower">The least value that its rows may get.</param>
/// <param name="Upper">The greatest value that its rows may get.</param>
internal readonly record struct LeafSums(Vector128<long> Total, FixedPoint Units, double Lower, double Upper);
