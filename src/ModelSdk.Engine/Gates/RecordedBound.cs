using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Gates;

/// <summary>One bound as a version record stores it.</summary>
internal sealed class RecordedBound
{
    private readonly string metric;
    private readonly string bound;
    private readonly string? baseline;
    private readonly string? slice;
    private readonly string limitText;
    private readonly bool isDefault;

    /// <summary>Reads an entry of the record's gates. A member that is missing counts as empty.</summary>
    public RecordedBound(JsonValue entry)
    {
        this.metric = entry["metric"]?.Text ?? "";
        this.bound = entry["bound"]?.Text ?? "";
        this.baseline = entry["baseline"]?.Text;
        this.slice = entry["slice"]?.Text;
        this.isDefault = entry["default"]?.Boolean ?? false;
        this.IsWarning = (entry["declaredSeverity"] ?? entry["severity"])?.Text == "Warning";
        bool isDeclared = this.bound != nameof(GateBoundKind.BetterThanNaive);
        this.Limit = isDeclared && entry["limit"] is { Kind: JsonKind.Number } limit ? limit.Number : null;
        this.limitText = isDeclared && entry["limitText"]?.Text is { Length: > 0 } text ? text : this.Limit is { } value ? MetricText.Of(value) : "";
    }

    /// <summary>The declared limit; null for the naive predictor's value, which nobody declares.</summary>
    public double? Limit { get; }

    /// <summary>Whether the project declares that a failure is a warning; a waiver or <c>ModelGate</c> that makes it one is no change of the gate.</summary>
    public bool IsWarning { get; }

    /// <summary>Bounds of equal keys are the same bound at two times.</summary>
    public (string Metric, string Bound, string? Baseline, string? Slice) Key => (this.metric, this.bound, this.baseline, this.slice);

    /// <summary>The bound by name: <c>MaxDrop on RocAuc against production</c>.</summary>
    public string Name =>
        $"{this.bound} on {this.metric}{(this.baseline is null ? "" : $" against {this.baseline}")}{(this.slice is null ? "" : $" for {Quote.Value(this.slice)}")}";

    /// <summary>The bound by name and limit: <c>Max on LogLoss (0.35)</c>.</summary>
    public string NameWithLimit => this.Name + (this.isDefault ? " (the default)" : this.limitText.Length > 0 ? $" ({this.limitText})" : "");

    /// <summary>What became of this bound.</summary>
    /// <param name="after">The same bound later.</param>
    public IEnumerable<GateChange> ChangesTo(RecordedBound after)
    {
        if (this.Limit is { } earlier && after.Limit is { } later && earlier != later)
        {
            bool looser = later < earlier == (this.bound == nameof(GateBoundKind.Min));
            yield return new(looser ? GateChangeKind.Loosened : GateChangeKind.Tightened, $"{this.Name} went from {this.limitText} to {after.limitText}");
        }

        if (this.IsWarning != after.IsWarning)
        {
            yield return after.IsWarning
                ? new(GateChangeKind.Loosened, $"{this.Name} is a warning now")
                : new(GateChangeKind.Tightened, $"{this.Name} is an error now");
        }
    }
}
