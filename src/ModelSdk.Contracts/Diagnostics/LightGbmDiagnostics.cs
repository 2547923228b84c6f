using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of the trainer LightGbm, MODEL211x.</summary>
public static class LightGbmDiagnostics
{
    /// <summary>The process does not run on an x64 processor.</summary>
    public static readonly ModelDiagnostic NotX64 = new("MODEL2110", Error, "LightGBM runs on x64 only");

    /// <summary>LightGBM's native library is missing, or there is none for this system.</summary>
    public static readonly ModelDiagnostic LibraryMissing = new("MODEL2111", Error, "LightGBM's native library cannot be loaded");

    /// <summary>The system's OpenMP library, which LightGBM needs, is missing.</summary>
    public static readonly ModelDiagnostic OpenMpMissing = new("MODEL2112", Error, "The OpenMP library that LightGBM needs is missing");

    /// <summary>LightGBM itself reports an error.</summary>
    public static readonly ModelDiagnostic Refused = new("MODEL2113", Error, "LightGBM stopped with an error");

    /// <summary>The model that LightGBM gave cannot be converted.</summary>
    public static readonly ModelDiagnostic NotConvertible = new("MODEL2114", Error, "LightGBM's model cannot be converted");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [NotX64, LibraryMissing, OpenMpMissing, Refused, NotConvertible];
}
