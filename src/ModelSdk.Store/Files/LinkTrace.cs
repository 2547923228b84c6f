namespace ModelSdk.Store.Files;

/// <summary>Follows a path link by link, as the operating system does: links in the middle of a target and <c>..</c> behind a link count too.</summary>
internal static class LinkTrace
{
    // As Linux: more means a circle.
    private const int MaximumLinks = 40;

    /// <summary>The link on a path that leads out of a folder, or in a circle; null where none does.</summary>
    /// <param name="root">The folder's full path, which may be a link itself.</param>
    /// <param name="path">A full path below it; it need not exist.</param>
    public static string? FindWayOut(string root, string path)
    {
        Stack<string> ahead = new();
        Push(ahead, path[root.Length..]);
        string current = root;
        string followed = path;
        int links = 0;
        while (ahead.TryPop(out string? part))
        {
            string next = part == ".." ? Path.GetDirectoryName(current) ?? "" : Path.Combine(current, part);
            if (!Holds(root, next) || links > MaximumLinks)
            {
                return followed;
            }

            if (next == root || new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            links++;
            followed = next;
            if (Path.IsPathRooted(target) && !Holds(root, target))
            {
                return followed;
            }

            current = Path.IsPathRooted(target) ? root : current;
            Push(ahead, Path.IsPathRooted(target) ? target[root.Length..] : target);
        }

        return null;
    }

    private static void Push(Stack<string> ahead, string path)
    {
        string[] parts = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (string part in parts.Reverse().Where(part => part != "."))
        {
            ahead.Push(part);
        }
    }

    private static bool Holds(string root, string path) =>
        path == root || path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
