
namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of what ships, MODEL6xxx.</summary>
public static class ShippingDiagnostics
{

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [];
}
