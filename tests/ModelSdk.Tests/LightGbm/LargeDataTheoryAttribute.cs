namespace ModelSdk.Tests.LightGbm;

/// <summary>A test that needs LightGBM and the folder of large data sets that build/lightgbm.sh names.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LargeDataTheoryAttribute : TheoryAttribute
{
    public LargeDataTheoryAttribute() => this.Skip = Folder is null ? "build/lightgbm.sh runs it." : LightGbmFactAttribute.Reason;

    public static string? Folder => Environment.GetEnvironmentVariable("MODELSDK_LARGE_DATA");
}
