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

    /// <summary>One line for people, for example <c>RocAuc 0.9043 ≥ 0.90: passed (naive 0.5, 16281 rows)</c>.</summary>
    public string Summary
    {
        get
        {
            string outcome = this.Outcome switch { GateOutcome.Passed => "passed", GateOutcome.Failed => "failed", _ => "not judged" };
            string reason = this.Reason is { } text ? $", {text}" : "";
            return string.Create(CultureInfo.InvariantCulture, $"{this.Comparison}: {outcome}{reason} ({this.Context})");
        }
    }

    /// <summary>The value as it reads beside the limit.</summary>
    internal string ValueText => (this.Value, this.Limit) switch
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
            string sign = this.Bound switch { GateBoundKind.Min => "≥", GateBoundKind.Max => "≤", _ => less ? "<" : ">" };
            string limit = this.LimitText.Length > 0 ? this.LimitText : this.Limit is { } value ? MetricText.Of(value) : "naive";
            return string.Join(' ', ((string[])[this.Metric, this.ValueText, sign, limit]).Where(part => part.Length > 0));
        }
    }
}
