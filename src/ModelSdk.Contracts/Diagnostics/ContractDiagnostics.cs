using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of the contract's file, MODEL19xx.</summary>
public static class ContractDiagnostics
{
    /// <summary>The contract's file is not JSON, or breaks a rule of contracts.</summary>
    public static readonly ModelDiagnostic Invalid = new("MODEL1900", Error, "The contract is invalid");

    /// <summary>There is no contract and the build may not write one.</summary>
    public static readonly ModelDiagnostic MissingWhileLocked = new("MODEL1901", Error, "The contract is missing in a locked build");

    /// <summary>The contract and the project's properties say different things.</summary>
    public static readonly ModelDiagnostic DisagreesWithProject = new("MODEL1902", Error, "Contract and project disagree");

    /// <summary>The contract was inferred but cannot be written beside the project.</summary>
    public static readonly ModelDiagnostic CannotBeWritten = new("MODEL1903", Error, "The contract cannot be written");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [Invalid, MissingWhileLocked, DisagreesWithProject, CannotBeWritten];
}
