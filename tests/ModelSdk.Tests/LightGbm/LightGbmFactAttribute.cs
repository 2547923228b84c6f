using System.Runtime.InteropServices;

namespace ModelSdk.Tests.LightGbm;

/// <summary>A test that needs LightGBM, and is skipped where there is none for the processor.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LightGbmFactAttribute : FactAttribute
{
    public LightGbmFactAttribute() => this.Skip = Reason;

    public static string? Reason => RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64 ? null : "LightGBM runs on x64 only.";
}
