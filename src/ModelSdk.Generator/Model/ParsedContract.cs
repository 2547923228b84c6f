using ModelSdk.Contracts;

namespace ModelSdk.Generator.Model;

/// <summary>What a contract came to: a class, or reasons why there is none.</summary>
/// <param name="Class">The class; null where a diagnostic is an error.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record ParsedContract(ModelClass? Class, EquatableArray<DiagnosticInfo> Diagnostics);
