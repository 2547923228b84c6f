namespace ModelSdk.Engine.Data;

/// <summary>A place for rows in columnar memory, filled from the front. Several threads may fill different parts of the same arrays.</summary>
/// <param name="columns">One array a column.</param>
/// <param name="hashes">The holdout hashes.</param>
/// <param name="start">Where the first row goes.</param>
internal sealed class RowTarget(double[][] columns, ulong[] hashes, int start)
{
    /// <summary>One array a column.</summary>
    public double[][] Columns { get; } = columns;

    /// <summary>The holdout hashes.</summary>
    public ulong[] Hashes { get; } = hashes;

    /// <summary>Where the first row is.</summary>
    public int Start { get; } = start;

    /// <summary>How many rows there are so far.</summary>
    public int Count { get; set; }

    /// <summary>Memory for a number of rows.</summary>
    /// <param name="columns">How many columns.</param>
    /// <param name="rows">How many rows.</param>
    public static RowTarget Allocate(int columns, int rows)
    {
        double[][] values = new double[columns][];
        for (int index = 0; index < columns; index++)
        {
            values[index] = GC.AllocateUninitializedArray<double>(rows);
        }

        return new RowTarget(values, GC.AllocateUninitializedArray<ulong>(rows), 0);
    }
}
