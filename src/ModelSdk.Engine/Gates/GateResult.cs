using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Engine.Gates;

/// <summary>What came out of a project's gates.</summary>
/// <param name="Mode">What a failed gate does.</param>
/// <param name="Rows">How many test rows there were.</param>
/// <param name="Judgements">One for each bound, in the order of the items, <c>Min</c> before <c>Max</c>.</param>
public sealed record GateResult(GateMode Mode, int Rows, IReadOnlyList<GateJudgement> Judgements)
{
    /// <summary>Whether the build stops here: a bound failed whose failure is an error.</summary>
    public bool Failed => this.Judgements.Any(judgement => judgement is { Outcome: GateOutcome.Failed, Severity: DiagnosticSeverity.Error });

    /// <summary>The bounds that keep the model from being committed: failed ones without a waiver, and those that <c>ModelGate</c> Off left unjudged.</summary>
    public IEnumerable<GateJudgement> BlockingCommit => this.Judgements.Where(judgement =>
        judgement.BlocksCommit || (this.Mode == GateMode.Off && judgement.DeclaredSeverity == DiagnosticSeverity.Error));

    /// <summary>The outcome of the whole, whatever the severities.</summary>
    public GateOutcome Outcome =>
        this.Judgements.Any(judgement => judgement.Outcome == GateOutcome.Failed) ? GateOutcome.Failed
        : this.Judgements.Any(judgement => judgement.Outcome == GateOutcome.Passed) ? GateOutcome.Passed
        : GateOutcome.NotJudged;
}
