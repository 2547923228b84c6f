using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Inference;

/// <summary>A contract after an update.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Changes">What changed, a line each, for printing; empty where nothing did.</param>
public sealed record UpdatedContract(ModelContract Contract, IReadOnlyList<string> Changes);
