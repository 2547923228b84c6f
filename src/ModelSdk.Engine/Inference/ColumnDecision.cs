using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Inference;

/// <summary>What inference decided for a column, and why.</summary>
/// <param name="Name">The column.</param>
/// <param name="Role">What it is there for.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Nullable">Whether a value was missing.</param>
/// <param name="Reason">One sentence without full stop: what was seen, and what followed from it. Values from data are quoted.</param>
public sealed record ColumnDecision(string Name, ColumnRole Role, ColumnKind Kind, bool Nullable, string Reason);
