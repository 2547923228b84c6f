using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of splits, MODEL106x.</summary>
public static class SplitDiagnostics
{
    /// <summary>The split needs a column with a role that no column of the contract has.</summary>
    public static readonly ModelDiagnostic MissingRole = new("MODEL1060", Error, "No column has the role that the split needs");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [MissingRole];
}
