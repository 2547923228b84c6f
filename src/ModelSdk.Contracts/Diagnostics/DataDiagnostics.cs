
namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of data and contract, MODEL1xxx.</summary>
public static class DataDiagnostics
{

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [];
}
