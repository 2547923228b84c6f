namespace ModelSdk.Engine.Inference;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
public static class ClosestName
{
    /// <summary>
    /// The name with the smallest edit distance (Levenshtein 1966), upper and lower case, spaces, hyphens and underscores aside; null where even
    /// that needs more edits than a third of the letters, and two.
    /// </summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What exists.</param>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string plain = Plain(name);
        (string? best, int bestDistance) = (null, Math.Max(2, plain.Length / 3) + 1);
        foreach (string candidate in candidates)
        {
            int distance = Distance(plain, Plain(candidate));
            if (distance < bestDistance && distance < plain.Length)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            (int diagonal, row[0]) = (row[0], i);
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[^1];
    }
}
