namespace ModelSdk.Contracts.Diagnostics;

/// <summary>
/// Every diagnostic of ModelSdk. The numbers: 0xxx project, 1xxx data and contract, 2xxx training, 3xxx evaluation and gates, 4xxx versions and
/// stores, 5xxx generator and analyzers, 6xxx shipping.
/// </summary>
public static class DiagnosticRegistry
{
    /// <summary>All diagnostics, by number.</summary>
    public static IReadOnlyList<ModelDiagnostic> All { get; } =
    [
        .. ProjectDiagnostics.All, .. PluginDiagnostics.All, .. DataDiagnostics.All, .. QueryDiagnostics.All, .. SnapshotDiagnostics.All, .. SplitDiagnostics.All, .. ContractDiagnostics.All, .. TrainingDiagnostics.All, .. FeatureDiagnostics.All, .. ForecastDiagnostics.All, .. OptimisationDiagnostics.All, .. TreeDiagnostics.All, .. LightGbmDiagnostics.All, .. EvaluationDiagnostics.All,
        .. StoreDiagnostics.All, .. LineageDiagnostics.All, .. GeneratorDiagnostics.All, .. VerificationDiagnostics.All,
    ];
}
