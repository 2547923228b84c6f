namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of versions and stores, MODEL4xxx.</summary>
public static class VersionDiagnostics
{
    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [];
}
