namespace ModelSdk.Engine.Plugins;

/// <summary>The assemblies whose types engine and extensions exchange.</summary>
internal static class SharedAssemblies
{
    /// <summary>The interfaces that extensions implement.</summary>
    public const string Abstractions = "ModelSdk.Engine.Abstractions";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Abstractions, "ModelSdk.Contracts", "ModelSdk.Runtime"];
}
