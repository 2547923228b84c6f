using ModelSdk.Contracts.Json;

namespace ModelSdk.Contracts.Schema;

/// <summary>One thing that is wrong with a contract.</summary>
/// <param name="Message">What is wrong, the bad value and the valid ones.</param>
/// <param name="Position">Where in the contract's file.</param>
public sealed record ContractProblem(string Message, TextPosition Position);
