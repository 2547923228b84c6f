namespace ModelSdk.Engine.Logging;

/// <summary>Finds the name that somebody most likely meant.</summary>
public static class NearestName
{
    /// <summary>The end of a message about an unknown name: <c> Did you mean Rmse?</c> with a space in front, or nothing.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What exists.</param>
    public static string Suggestion(string name, IReadOnlyList<string> candidates) => Find(name, candidates) is { } nearest ? $" Did you mean {nearest}?" : "";

    /// <summary>
    /// The candidate that is equal but for case and separators, else one that contains the name or is contained in it, else the one at the least
    /// edit distance if that is at most a third of the name's length.
    /// </summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What exists.</param>
    /// <returns>A candidate, or null where none is near.</returns>
    public static string? Find(string name, IReadOnlyList<string> candidates)
    {
        string plain = Plain(name);
        if (plain.Length < 2)
        {
            return null;
        }

        string nearest = candidates.MinBy(candidate => Distance(plain, Plain(candidate))) ?? "";
        return candidates.FirstOrDefault(candidate => Plain(candidate) == plain)
            ?? (Distance(plain, Plain(nearest)) * 3 <= plain.Length ? nearest : null)
            ?? candidates.FirstOrDefault(candidate => Plain(candidate).Contains(plain, StringComparison.Ordinal) || plain.Contains(Plain(candidate), StringComparison.Ordinal));
    }

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>Levenshtein's distance (Wagner and Fischer, Journal of the ACM 21, 1974).</summary>
    private static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int row = 1; row <= left.Length; row++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = row;
            for (int column = 1; column <= right.Length; column++)
            {
                int change = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(change, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
