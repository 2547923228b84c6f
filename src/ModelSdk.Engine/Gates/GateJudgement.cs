using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Gates;

/// <summary>What came out of one bound of one gate.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Bound">How the value is compared.</param>
/// <param name="Limit">With what; null where the naive predictor has no value.</param>
/// <param name="Outcome">Whether the bound holds.</param>
/// <param name="Severity">What a failure is, <c>ModelGate</c> considered.</param>
/// <param name="Location">The element that declared the gate, or the project for the default gate.</param>
public sealed record GateJudgement(
    string Metric, GateBoundKind Bound, double? Limit, GateOutcome Outcome, DiagnosticSeverity Severity, SourceLocation Location)
{
    /// <summary>How the project writes the limit.</summary>
    public string LimitText { get; init; } = "";

    /// <summary>The model's value; null where there is none.</summary>
    public double? Value { get; init; }

    /// <summary>The naive predictor's value; null where there is none.</summary>
    public double? Naive { get; init; }

    /// <summary>How many test rows there were.</summary>
    public int Rows { get; init; }

    /// <summary>Whether this is the default gate, which holds where none is declared.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Why there was no value, or why the bound was not judged; otherwise null.</summary>
    public string? Reason { get; init; }

    /// <summary>What a failure is as the gate declares it, before <c>ModelGate</c> and waivers.</summary>
    public DiagnosticSeverity DeclaredSeverity { get; init; } = DiagnosticSeverity.Error;

    /// <summary>What a relative bound compares with, as the gate writes it; empty for others.</summary>
    public string Baseline { get; init; } = "";

    /// <summary>The version that this was; empty where it could not be had.</summary>
    public string BaselineVersion { get; init; } = "";

    /// <summary>The baseline's value on the same rows; null where there is none.</summary>
    public double? BaselineValue { get; init; }

    /// <summary>The waiver that lets the failure pass; null where there is none.</summary>
    public GateWaiver? Waiver { get; init; }

    /// <summary>Whether the failure keeps the model from being committed: <c>ModelGate</c> does not count, a waiver does.</summary>
    public bool BlocksCommit => this is { Outcome: GateOutcome.Failed, DeclaredSeverity: DiagnosticSeverity.Error, Waiver: null };

    /// <summary>One line for people, for example <c>RocAuc 0.9043 ≥ 0.90: passed (naive 0.5, 16281 rows)</c>.</summary>
    public string Summary
    {
        get
        {
            string outcome = this.Outcome switch { GateOutcome.Passed => "passed", GateOutcome.Failed => this.Waiver is null ? "failed" : "failed, waived", _ => "not judged" };
            string reason = this.Reason is { } text ? $", {text}" : "";
            return string.Create(CultureInfo.InvariantCulture, $"{this.Comparison}: {outcome}{reason} ({this.Context})");
        }
    }

    /// <summary>The value as it reads beside the limit.</summary>
    internal string ValueText => (this.Value, this.Baseline.Length > 0 ? null : this.Limit) switch
    {
        ({ } value, { } limit) => MetricText.Of(value, limit),
        ({ } value, null) => MetricText.Of(value),
        _ => "",
    };

    /// <summary>The naive predictor's value and the rows.</summary>
    internal string Context =>
        string.Create(CultureInfo.InvariantCulture, $"{(this.Naive is { } naive ? $"naive {MetricText.Of(naive)}, " : "")}{this.Rows} rows");

    private string Comparison
    {
        get
        {
            bool less = MetricCatalog.Find(this.Metric)?.Direction == MetricDirection.LowerIsBetter;
            string sign = this.Bound switch
            {
                GateBoundKind.Min => "≥",
                GateBoundKind.Max => "≤",
                GateBoundKind.BetterThanNaive => less ? "<" : ">",
                _ => $"{this.Bound}",
            };
            string limit = this.LimitText.Length > 0 ? this.LimitText : this.Limit is { } value ? MetricText.Of(value) : "naive";
            return string.Join(' ', ((string[])[this.Metric, this.ValueText, this.Against, sign, limit]).Where(part => part.Length > 0));
        }
    }

    private string Against => this.BaselineValue is { } baseline ? $"against {MetricText.Of(baseline)} of {this.BaselineName}," : "";

    internal string BaselineName => this.BaselineVersion.Length == 0 ? this.Baseline : $"{this.BaselineVersion} ({this.Baseline})";
}
