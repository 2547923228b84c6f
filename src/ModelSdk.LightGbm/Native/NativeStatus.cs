using System.Runtime.InteropServices;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.LightGbm.Native;

/// <summary>Turns LightGBM's failures into diagnostics.</summary>
internal static class NativeStatus
{
    /// <summary>Stops where a call failed.</summary>
    /// <param name="status">What the call gave.</param>
    /// <exception cref="ModelBuildException">It is not 0; the text is LightGBM's own.</exception>
    public static void Require(int status)
    {
        if (status != 0)
        {
            string reason = Marshal.PtrToStringUTF8(NativeMethods.GetLastError()) ?? "";
            throw new ModelBuildException(LightGbmDiagnostics.Refused, $"LightGBM stopped: {reason.ReplaceLineEndings(" ").Trim()}", SourceLocation.None);
        }
    }
}
