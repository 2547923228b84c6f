using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of <c>VerifyPredictor</c>, MODEL60xx.</summary>
public static class VerificationDiagnostics
{
    /// <summary>The compiled class and the engine predict different values for the same row.</summary>
    public static readonly ModelDiagnostic PredictionsDiffer = new("MODEL6001", Error, "The compiled class predicts something else");

    /// <summary>The compiled class cannot be loaded or fails when called.</summary>
    public static readonly ModelDiagnostic CannotRun = new("MODEL6002", Error, "The compiled class cannot be run");

    /// <summary>The assembly has no predictor that can be verified.</summary>
    public static readonly ModelDiagnostic NoPredictor = new("MODEL6003", Error, "The assembly has no predictor");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [PredictionsDiffer, CannotRun, NoPredictor];
}
