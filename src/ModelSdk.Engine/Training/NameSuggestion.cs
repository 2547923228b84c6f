namespace ModelSdk.Engine.Training;

/// <summary>Guesses which name was meant.</summary>
internal static class NameSuggestion
{
    private const int MaximumDistance = 3;

    /// <summary>A sentence with the closest name, a space in front; empty where none is close.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="valid">The valid names.</param>
    public static string For(string name, IEnumerable<string> valid)
    {
        (string candidate, int distance) = valid.Select(candidate => (candidate, Distance(name, candidate))).DefaultIfEmpty(("", int.MaxValue)).MinBy(pair => pair.Item2);
        return distance <= Math.Min(MaximumDistance, candidate.Length / 2) ? $" Did you mean {candidate}?" : "";
    }

    // Levenshtein's distance without regard to case.
    private static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int row = 1; row <= left.Length; row++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = row;
            for (int column = 1; column <= right.Length; column++)
            {
                bool same = char.ToUpperInvariant(left[row - 1]) == char.ToUpperInvariant(right[column - 1]);
                current[column] = Math.Min(previous[column - 1] + (same ? 0 : 1), Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
