using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Inference;

namespace ModelSdk.Engine.Stations;

/// <summary>The decisions of an inferred contract as lines for people.</summary>
public static class ContractDecisionText
{
    /// <summary>One line a column: name, role, kind, and why; then what to consider, if anything.</summary>
    /// <param name="inferred">The contract with its decisions.</param>
    public static IEnumerable<string> Lines(InferredContract inferred)
    {
        int names = inferred.Decisions.Max(decision => Math.Min(decision.Name.Length, 32));
        IEnumerable<string> lines = inferred.Decisions.Select(decision =>
            $"{decision.Name.PadRight(names)}  {ContractWriter.Word(decision.Role),-7}  {ContractWriter.Word(decision.Kind) + (decision.Nullable ? "?" : ""),-12}  {decision.Reason}");
        return inferred.Suggestion is { } suggestion ? lines.Append(suggestion) : lines;
    }
}
