using System.Reflection;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Data.Sources;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Plugins;

/// <summary>Finds optional packages for commands that read a file without a project that asks for them.</summary>
public static class OptionalPackages
{
    /// <summary>The folders that NuGet restores packages to: what <c>NUGET_PACKAGES</c> names, else <c>.nuget/packages</c> in the user's folder.</summary>
    public static IReadOnlyList<string> UserFolders =>
        [Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder ? folder : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")];

    /// <summary>The version of the engine, which is that of the optional packages too.</summary>
    public static string OwnVersion { get; } =
        typeof(OptionalPackages).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The writers of tables of the package that some project has restored in the version of this engine; none where none has.</summary>
    /// <exception cref="ModelBuildException">The package cannot be loaded.</exception>
    public static IReadOnlyList<ITableWriter> RestoredWriters =>
        Find(OptionalFormats.DuckDb, OwnVersion, UserFolders) is { } package ? EnginePlugin.Load(package, UserFolders).TableWriters : [];

    /// <summary>A restored package.</summary>
    /// <param name="package">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="folders">The folders to look in.</param>
    /// <returns>Null where no project has restored this version.</returns>
    public static ProjectPlugin? Find(string package, string version, IReadOnlyList<string> folders) =>
        folders.Select(folder => Path.Combine(folder, package.ToLowerInvariant(), version, "tools", "net10.0", package + ".dll"))
            .Where(File.Exists)
            .Select(assembly => new ProjectPlugin(assembly, package, version, SourceLocation.None))
            .FirstOrDefault();
}
