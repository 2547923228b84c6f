using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Draws the rows that each isolation tree sees, without replacement.</summary>
internal sealed class IsolationSample
{
    private readonly int rowCount;
    private readonly double[]? weights;

    /// <summary>Prepares the draws.</summary>
    /// <param name="data">The rows and their weights.</param>
    /// <param name="size">How many rows each tree shall see.</param>
    public IsolationSample(TrainingData data, int size)
    {
        this.rowCount = data.Design.Rows;
        this.weights = data.Weights is { } own && own.AsSpan().ContainsAnyExcept(own[0]) ? own : null;
        this.Size = Math.Min(size, this.weights?.Count(weight => weight > 0) ?? this.rowCount);
    }

    /// <summary>How many rows each tree sees: as many as wanted, or all that have weight.</summary>
    public int Size { get; }

    /// <summary>Draws the rows of a tree.</summary>
    /// <param name="random">The tree's generator.</param>
    public int[] Draw(SeededRandom random) => this.weights is null ? this.DrawAlike(random) : this.DrawByWeight(random, this.weights);

    private int[] DrawAlike(SeededRandom random)
    {
        int[] rows = [.. Enumerable.Range(0, this.rowCount)];
        for (int index = 0; index < this.Size; index++)
        {
            int other = index + random.Next(rows.Length - index);
            (rows[index], rows[other]) = (rows[other], rows[index]);
        }

        return rows[..this.Size];
    }

    // The rows with the greatest ln(u) / weight (Efraimidis and Spirakis, "Weighted random sampling with a reservoir", 2006).
    private int[] DrawByWeight(SeededRandom random, double[] own)
    {
        PriorityQueue<int, (double Key, int Row)> kept = new();
        for (int row = 0; row < own.Length; row++)
        {
            double key = DeterministicMath.Log(random.NextDouble()) / own[row];
            if (own[row] > 0)
            {
                kept.Enqueue(row, (key, row));
            }

            if (kept.Count > this.Size)
            {
                kept.Dequeue();
            }
        }

        return [.. kept.UnorderedItems.Select(item => item.Element).Order()];
    }
}
