namespace ModelSdk.Cli.Lineages;

/// <summary>Finds the store of a repository from a folder in it.</summary>
internal static class StoreSearch
{
    /// <summary>How a store's folder is called unless a project names another.</summary>
    public const string FolderName = ".models";

    /// <summary>Whether a folder is one of a store, be it empty.</summary>
    /// <param name="folder">The folder's path, without a separator at its end.</param>
    public static bool IsStore(string folder) => Path.GetFileName(folder) == FolderName || Directory.Exists(Path.Combine(folder, "objects", "sha256"));

    /// <summary>The nearest store upwards; null where there is none up to the root of the repository.</summary>
    /// <param name="directory">Where to begin.</param>
    public static string? Upwards(string directory)
    {
        for (string? folder = Path.GetFullPath(directory); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string store = Path.Combine(folder, FolderName);
            if (Directory.Exists(store))
            {
                return store;
            }

            // The store of another repository is not meant. Worktrees and submodules have a file.
            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                return null;
            }
        }

        return null;
    }
}
