
namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of the generator, MODEL5xxx.</summary>
public static class GeneratorDiagnostics
{

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [];
}
