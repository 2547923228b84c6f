using System.Reflection;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Plugins;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Tests.DuckDb;

/// <summary>The optional package, loaded as the engine loads it.</summary>
internal static class DuckDbPackage
{
    public static ProjectPlugin Reference { get; } = new(Metadata("ModelSdk.DuckDb"), "ModelSdk.DuckDb", "1.0.0", new SourceLocation("Model.csproj"));

    public static string PackageFolder => Metadata("PackageFolder");

    public static EnginePlugin Plugin { get; } = EnginePlugin.Load(Reference, [PackageFolder]);

    public static IRecordSource Source => Plugin.RecordSources.Single();

    private static string Metadata(string name) =>
        typeof(DuckDbPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == name).Value!;
}
