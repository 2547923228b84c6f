using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Predicts each training row by the trees that were not fitted to it, which estimates the error on new rows (Breiman 2001).
/// </summary>
/// <param name="target">Labels and weights.</param>
internal sealed class OutOfBag(ForestTarget target)
{
    private readonly double[] sums = new double[target.Rows * target.OutputCount];
    private readonly int[] trees = new int[target.Rows];

    /// <summary>Adds a tree's predictions of the rows that it was not fitted to.</summary>
    /// <param name="rows">Where each of these rows, ascending, ends.</param>
    public void Add(IReadOnlyList<(int Row, GrownNode Leaf)> rows)
    {
        foreach ((int row, GrownNode leaf) in rows)
        {
            this.trees[row]++;
            for (int output = 0; output < leaf.Values.Length; output++)
            {
                this.sums[(row * leaf.Values.Length) + output] += leaf.Values[output];
            }
        }
    }

    /// <summary>The score over the rows that at least one tree did not see: R² of a regression, else the share of rows whose class is right.</summary>
    /// <returns>The figure's name and value; null where there is no such row or the labels do not differ.</returns>
    public (string Name, double Value)? Score()
    {
        int[] rows = [.. Enumerable.Range(0, target.Rows).Where(row => this.trees[row] > 0 && target.Weight(row) > 0)];
        if (rows.Length == 0)
        {
            return null;
        }

        double[] weights = [.. rows.Select(target.Weight)];
        double total = EightLanes.Sum(weights);
        if (target.HasClasses)
        {
            double[] right = [.. rows.Select(row => this.IsRight(row) ? 1.0 : 0.0)];
            return ("OutOfBagAccuracy", EightLanes.Dot(right, weights) / total);
        }

        double mean = EightLanes.Dot([.. rows.Select(target.Label)], weights) / total;
        double[] errors = [.. rows.Select(row => Square(target.Label(row) - this.Mean(row, 0)))];
        double[] spread = [.. rows.Select(row => Square(target.Label(row) - mean))];
        double variance = EightLanes.Dot(spread, weights);
        return variance > 0 ? ("OutOfBagR2", 1 - (EightLanes.Dot(errors, weights) / variance)) : null;
    }

    private static double Square(double value) => value * value;

    private double Mean(int row, int output) => this.sums[(row * target.OutputCount) + output] / this.trees[row];

    private bool IsRight(int row)
    {
        if (!target.HasManyClasses)
        {
            return (this.Mean(row, 0) >= 0.5 ? 1 : 0) == target.Label(row);
        }

        ReadOnlySpan<double> own = this.sums.AsSpan(row * target.OutputCount, target.OutputCount);
        int best = 0;
        for (int output = 1; output < own.Length; output++)
        {
            best = own[output] > own[best] ? output : best;
        }

        return best == target.Label(row);
    }
}
