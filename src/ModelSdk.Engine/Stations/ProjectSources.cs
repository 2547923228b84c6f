using ModelSdk.Engine.Data;
using ModelSdk.Engine.Data.Sources;
using ModelSdk.Engine.Plugins;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Stations;

/// <summary>What reads the data files of a project.</summary>
public static class ProjectSources
{
    private static long HalfOfMachine => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    /// <summary>
    /// The sources for files that a command names: those of the project, or else optional packages that some project has restored. Loaded when the
    /// first file needs one.
    /// </summary>
    /// <param name="options">The project.</param>
    public static DataSources Of(ProjectOptions options)
    {
        PluginCatalog plugins = new(options);
        return Of(options, () => plugins.RecordSources is { Count: > 0 } own ? own : Restored([.. options.PackageFolders, .. OptionalPackages.UserFolders]), null);
    }

    /// <summary>The sources for files that no project names: optional packages that some project has restored.</summary>
    public static DataSources WithoutProject()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        return new DataSources(() => Restored(OptionalPackages.UserFolders), () => new WorkingSpace(folder, HalfOfMachine));
    }

    /// <summary>The sources of a build: what the project itself brings.</summary>
    /// <param name="options">The project.</param>
    /// <param name="plugins">What it brings.</param>
    /// <param name="storage">Where tables go that exceed its memory limit.</param>
    internal static DataSources Of(ProjectOptions options, PluginCatalog plugins, ColumnStorage storage) => Of(options, () => plugins.RecordSources, storage);

    /// <summary>The folder of the project's temporary files.</summary>
    internal static string TemporaryFolder(ProjectOptions options) => Path.Combine(options.OutputDirectory, "temporary");

    private static DataSources Of(ProjectOptions options, Func<IReadOnlyList<IRecordSource>> optional, ColumnStorage? storage) =>
        new(optional, () => new WorkingSpace(TemporaryFolder(options), LimitOf(options) ?? HalfOfMachine)) { MemoryLimit = LimitOf(options), Storage = storage };

    private static IReadOnlyList<IRecordSource> Restored(IReadOnlyList<string> folders) =>
        OptionalPackages.Find(OptionalFormats.DuckDb, OptionalPackages.OwnVersion, folders) is { } package ? EnginePlugin.Load(package, folders).RecordSources : [];

    private static long? LimitOf(ProjectOptions options) => ByteSize.TryParse(options.Property("ModelMemoryLimit").Value, out long bytes) ? bytes : null;
}
