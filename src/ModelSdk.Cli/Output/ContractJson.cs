using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Inference;

namespace ModelSdk.Cli.Output;

/// <summary>What was done to a contract, as JSON for programs.</summary>
internal static class ContractJson
{
    /// <summary>A contract that was inferred, with what was decided of every column.</summary>
    public static JsonValue Inferred(string file, InferredContract inferred) => new JsonObjectBuilder
    {
        { "file", file },
        { "decisions", JsonValue.Of(inferred.Decisions.Select(Write)) },
    }.Build();

    /// <summary>A contract that was updated; no changes where it fitted.</summary>
    public static JsonValue Updated(string file, UpdatedContract updated) => new JsonObjectBuilder
    {
        { "file", file },
        { "changes", updated.Changes },
    }.Build();

    private static JsonValue Write(ColumnDecision decision) => new JsonObjectBuilder
    {
        { "name", decision.Name },
        { "role", ContractWriter.Word(decision.Role) },
        { "kind", ContractWriter.Word(decision.Kind) },
        { "nullable", decision.Nullable },
        { "reason", decision.Reason },
    }.Build();
}
