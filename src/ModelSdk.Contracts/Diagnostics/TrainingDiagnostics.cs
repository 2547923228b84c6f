
namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of training, MODEL2xxx.</summary>
public static class TrainingDiagnostics
{

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [];
}
