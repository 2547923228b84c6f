namespace ModelSdk.Engine.Training.Trees;

/// <summary>Draws the rows and features of each tree.</summary>
/// <param name="seed">The project's seed.</param>
/// <param name="rows">How many rows there are.</param>
/// <param name="features">How many features there are.</param>
internal sealed class TreeSamples(long seed, int rows, int features)
{
    private readonly int[] allRows = [.. Enumerable.Range(0, rows)];

    /// <summary>The rows of an iteration, ascending, at least one: each with the given probability.</summary>
    /// <param name="iteration">The iteration.</param>
    /// <param name="fraction">The probability.</param>
    public int[] Rows(int iteration, double fraction)
    {
        if (fraction >= 1)
        {
            return this.allRows;
        }

        SeededRandom random = new(seed, 2L * iteration);
        int[] drawn = Array.FindAll(this.allRows, _ => random.NextDouble() < fraction);
        return drawn.Length > 0 ? drawn : [random.Next(rows)];
    }

    /// <summary>The features of a tree: a fixed number of them, at least one.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="fraction">The share.</param>
    public bool[] Features(int tree, double fraction)
    {
        bool[] drawn = new bool[features];
        int[] order = [.. Enumerable.Range(0, features)];
        if (fraction < 1)
        {
            new SeededRandom(seed, (2L * tree) + 1).Shuffle(order.AsSpan());
        }

        int count = Math.Max(1, (int)Math.Round(fraction * features));
        foreach (int feature in order.Take(count))
        {
            drawn[feature] = true;
        }

        return drawn;
    }
}
