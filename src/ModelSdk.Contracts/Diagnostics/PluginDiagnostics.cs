using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of optional packages and own trainers, MODEL006x.</summary>
public static class PluginDiagnostics
{
    /// <summary>The project needs an optional package that was not restored.</summary>
    public static readonly ModelDiagnostic PackageMissing = new("MODEL0060", Error, "An optional package is missing");

    /// <summary>An assembly that extends the engine cannot be loaded, or holds nothing that the engine could use.</summary>
    public static readonly ModelDiagnostic NotLoadable = new("MODEL0061", Error, "An extension of the engine cannot be loaded");

    /// <summary>A native library is missing, for example because the package has none for this operating system and processor.</summary>
    public static readonly ModelDiagnostic NativeLibraryMissing = new("MODEL0062", Error, "A native library is missing");

    /// <summary>An own trainer threw an exception.</summary>
    public static readonly ModelDiagnostic TrainerFailed = new("MODEL0063", Error, "An own trainer failed");

    /// <summary>An own trainer handed back what no kernel can score with.</summary>
    public static readonly ModelDiagnostic UnusableModel = new("MODEL0064", Error, "An own trainer handed back no usable model");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [PackageMissing, NotLoadable, NativeLibraryMissing, TrainerFailed, UnusableModel];
}
