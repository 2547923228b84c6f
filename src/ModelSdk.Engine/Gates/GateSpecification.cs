using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Baselines;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Gates;

/// <summary>A <c>&lt;MetricGate&gt;</c> that was checked. At least one bound is set, and the lower one does not exceed the upper.</summary>
/// <param name="Metric">The metric that it bounds.</param>
/// <param name="Bounds">The bounds, each kind at most once.</param>
/// <param name="Severity">What a failure is while <c>ModelGate</c> is <c>Error</c>.</param>
/// <param name="Location">The element that declared it.</param>
public sealed record GateSpecification(MetricDefinition Metric, IReadOnlyList<GateBound> Bounds, DiagnosticSeverity Severity, SourceLocation Location)
{
    /// <summary>What the relative bounds compare with: <c>parent</c>, an environment, or a version.</summary>
    public string Baseline { get; init; } = BaselineScores.Parent;

    /// <summary>The environment to which a promotion is judged by this gate; null for a gate of every build.</summary>
    public string? Environment { get; init; }

    /// <summary>The limit of a kind of bound; null where the gate has none.</summary>
    /// <param name="kind">The kind.</param>
    public GateLimit? Limit(GateBoundKind kind) => this.Bounds.FirstOrDefault(bound => bound.Kind == kind)?.Limit;
}
