using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Inference;

/// <summary>A contract made from data.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Decisions">One decision for each column, in the data's order.</param>
public sealed record InferredContract(ModelContract Contract, IReadOnlyList<ColumnDecision> Decisions);
