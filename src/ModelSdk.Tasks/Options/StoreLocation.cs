namespace ModelSdk.Tasks.Options;

/// <summary>Finds the folder that keeps the versions of a project's model.</summary>
internal static class StoreLocation
{
    private const string DefaultName = ".models";

    /// <summary>What <c>ModelStore</c> names, relative to the project; else <c>.models</c> in the nearest folder that holds <c>.git</c>, else beside the project.</summary>
    public static string Find(string projectFile, string modelStore)
    {
        string directory = Path.GetDirectoryName(projectFile)!;
        return modelStore.Length > 0
            ? Path.GetFullPath(Path.Combine(directory, modelStore.Replace('\\', Path.DirectorySeparatorChar)))
            : Path.Combine(RepositoryOf(directory) ?? directory, DefaultName);
    }

    private static string? RepositoryOf(string directory)
    {
        string? folder = directory;
        while (folder is not null && !HoldsGit(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    // A file in worktrees and submodules.
    private static bool HoldsGit(string folder)
    {
        string git = Path.Combine(folder, ".git");
        return Directory.Exists(git) || File.Exists(git);
    }
}
