using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Gates;

/// <summary>A <c>&lt;MetricGate&gt;</c> that was checked. At least one bound is set, and the lower one does not exceed the upper.</summary>
/// <param name="Metric">The metric that it bounds.</param>
/// <param name="Minimum">The least value that passes, or null.</param>
/// <param name="Maximum">The greatest value that passes, or null.</param>
/// <param name="Severity">What a failure is while <c>ModelGate</c> is <c>Error</c>.</param>
/// <param name="Location">The element that declared it.</param>
public sealed record GateSpecification(
    MetricDefinition Metric, GateLimit? Minimum, GateLimit? Maximum, DiagnosticSeverity Severity, SourceLocation Location);
