using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Inference;

/// <summary>A contract made from data.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Decisions">One decision for each column, in the data's order.</param>
public sealed record InferredContract(ModelContract Contract, IReadOnlyList<ColumnDecision> Decisions)
{
    /// <summary>What the user should consider about the split; null for nothing.</summary>
    public string? Suggestion { get; init; }
}
