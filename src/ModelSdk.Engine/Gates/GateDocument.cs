using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Engine.Gates;

/// <summary>The shape of <c>gate.json</c>, format 1. Members are written in this order; those that are null are left out.</summary>
internal sealed record GateDocument
{
    public required int Format { get; init; }

    public required GateOutcome Outcome { get; init; }

    /// <summary>Whether the outcome stops the build.</summary>
    public required bool StopsBuild { get; init; }

    public required GateMode Mode { get; init; }

    public required int Rows { get; init; }

    public required IReadOnlyList<Entry> Gates { get; init; }

    /// <summary>One bound.</summary>
    internal sealed record Entry
    {
        public required string Metric { get; init; }

        public required GateBoundKind Bound { get; init; }

        public double? Limit { get; init; }

        /// <summary>How the project writes the limit, where it does.</summary>
        public string? LimitText { get; init; }

        public double? Value { get; init; }

        public double? Naive { get; init; }

        public required GateOutcome Outcome { get; init; }

        public string? Reason { get; init; }

        public required DiagnosticSeverity Severity { get; init; }

        /// <summary>True for the default gate; left out for declared ones.</summary>
        public bool? Default { get; init; }

        public required Place Location { get; init; }
    }

    /// <summary>Where a gate is declared, relative to the project's folder.</summary>
    internal sealed record Place(string File, int Line, int Column);
}
