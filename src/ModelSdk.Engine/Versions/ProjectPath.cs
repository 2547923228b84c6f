using ModelSdk.Engine.Projects;

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

    /// <summary>Where the project of that path is or was.</summary>
    /// <param name="store">The store's folder.</param>
    /// <param name="path">A path from a record.</param>
    public static string Locate(string store, string path) => Path.GetFullPath(Path.Combine(Root(store), path));

    private static string Root(string store) => Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(store)) ?? store;
}
