using System.Runtime.InteropServices;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.LightGbm.Native;

/// <summary>Says clearly why LightGBM cannot run here, before the first call does it less clearly.</summary>
internal static class NativeLibraryCheck
{
    private static readonly string[] OpenMp = ["libgomp", "libomp", "vcomp"];

    /// <summary>Loads the library.</summary>
    /// <exception cref="ModelBuildException">It cannot be loaded.</exception>
    public static void Require() => Require(RuntimeInformation.ProcessArchitecture, Load);

    /// <summary>Tries to load the library.</summary>
    /// <param name="processor">The processor that this process runs on.</param>
    /// <param name="load">Loads it or throws.</param>
    /// <exception cref="ModelBuildException">It cannot be loaded.</exception>
    internal static void Require(Architecture processor, Action load)
    {
        if (processor != Architecture.X64)
        {
            throw Failure(LightGbmDiagnostics.NotX64, $"The trainer LightGbm needs an x64 process; this one is {processor}. Set ModelTrainer to GradientBoosting, which trains such trees everywhere.");
        }

        try
        {
            load();
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            throw Explain(exception.Message.ReplaceLineEndings(" "));
        }
    }

    private static void Load()
    {
        WaitPolicy.Sleep();
        NativeLibrary.Load(NativeMethods.Library, typeof(NativeLibraryCheck).Assembly, null);
    }

    private static ModelBuildException Explain(string reason) => Array.Exists(OpenMp, name => reason.Contains(name, StringComparison.OrdinalIgnoreCase))
        ? Failure(
            LightGbmDiagnostics.OpenMpMissing,
            $"LightGBM needs the system's OpenMP library, which is missing: on Debian and Ubuntu \"apt-get install libgomp1\", on Fedora \"dnf install libgomp\", on macOS \"brew install libomp\". ({reason})")
        : Failure(
            LightGbmDiagnostics.LibraryMissing,
            $"LightGBM's native library cannot be loaded on {RuntimeInformation.RuntimeIdentifier}: {reason} There is one for Windows, macOS and Linux with glibc; where this is one of them, "
            + "run \"dotnet restore\", on Windows install the Visual C++ Redistributable (x64) too; else set ModelTrainer to GradientBoosting.");

    private static ModelBuildException Failure(ModelDiagnostic diagnostic, string text) => new(diagnostic, text, SourceLocation.None);
}
