using ModelSdk.Engine.Projects;
using ModelSdk.Store;

namespace ModelSdk.Engine.Versions;

/// <summary>How records name a project: by its path from the folder that holds the store, so that every clone names it alike.</summary>
public static class ProjectPath
{
    /// <summary>The path with forward slashes; of a project that does not lie below that folder, the file name.</summary>
    /// <param name="options">The project.</param>
    public static string Of(ProjectOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string relative = Path.GetRelativePath(Root(options.Store), options.ProjectFile);
        bool below = !Path.IsPathFullyQualified(relative) && !relative.StartsWith("..", StringComparison.Ordinal);
        return below ? relative.Replace('\\', '/') : Path.GetFileName(options.ProjectFile);
    }

    /// <summary>The project that versions belong to, where that is another one that is still there; null where it is this one, or was moved.</summary>
    /// <param name="options">The project.</param>
    /// <param name="versions">The versions that its model would follow.</param>
    public static string? OtherOwner(ProjectOptions options, IEnumerable<VersionEntry> versions)
    {
        ArgumentNullException.ThrowIfNull(options);
        string own = Of(options);
        return versions.Select(version => version.Project).FirstOrDefault(path => path != own && File.Exists(Path.Combine(Root(options.Store), path)));
    }

    private static string Root(string store) => Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(store)) ?? store;
}
