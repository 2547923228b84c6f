using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Gates;

namespace ModelSdk.Engine.Comparison;

/// <summary>How two versions of a model differ. A list that is null was not compared, and <see cref="Notes"/> says why; an empty one found nothing.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Before">How people call the earlier version.</param>
/// <param name="After">How people call the later version.</param>
public sealed record VersionDifference(string Model, string Before, string After)
{
    /// <summary>Whether both are the same model, to the byte.</summary>
    public bool SameModel { get; init; }

    /// <summary>On which rows the metrics were computed.</summary>
    public MetricBasis Basis { get; init; }

    /// <summary>Every metric that either version has, in the later one's order; empty where neither has any.</summary>
    public IReadOnlyList<MetricDifference> Metrics { get; init; } = [];

    /// <summary>What callers notice, what breaks them first.</summary>
    public IReadOnlyList<ContractChange>? Contract { get; init; }

    /// <summary>The options that differ, in the later version's order.</summary>
    public IReadOnlyList<OptionDifference> Options { get; init; } = [];

    /// <summary>What became of the gates, loosened and removed ones first.</summary>
    public IReadOnlyList<GateChange> Gates { get; init; } = [];

    /// <summary>The data.</summary>
    public DataDifference Data { get; init; } = new(false);

    /// <summary>The coefficients that differ, the greatest standardised change first.</summary>
    public IReadOnlyList<CoefficientDifference>? Coefficients { get; init; }

    /// <summary>What could not be compared, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The changes of the contract that break callers.</summary>
    internal int Breaking => this.Contract?.Count(change => change.Bump == VersionBump.Major) ?? 0;

    /// <summary>The gates that were loosened or removed.</summary>
    internal int WeakerGates => this.Gates.Count(change => change.Kind is GateChangeKind.Loosened or GateChangeKind.Removed);
}
