
namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of evaluation and gates, MODEL3xxx.</summary>
public static class EvaluationDiagnostics
{

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [];
}
