using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>Householder reflections (Golub and Van Loan, Matrix Computations, 4th edition, §5.1 and §5.2) on matrices stored column after column.</summary>
internal static class HouseholderReduction
{
    /// <summary>Reduces leading columns to their triangular factor R, and applies the reflections to the others. What lies below R is left over.</summary>
    /// <param name="columns">The columns, one after the other.</param>
    /// <param name="rows">The length of a column, at least 1.</param>
    /// <param name="leading">How many columns are reduced.</param>
    public static void Reduce(Span<double> columns, int rows, int leading)
    {
        for (int pivot = 0; pivot < Math.Min(rows, leading); pivot++)
        {
            Reflect(columns, rows, pivot, pivot);
        }
    }

    /// <summary>
    /// Turns a column, from a row on, into a multiple of the first unit vector, and applies the same reflection to all later columns. The zeros
    /// below the row are not written.
    /// </summary>
    /// <param name="columns">The columns, one after the other.</param>
    /// <param name="rows">The length of a column.</param>
    /// <param name="row">The row that keeps the column's norm.</param>
    /// <param name="column">The column.</param>
    public static void Reflect(Span<double> columns, int rows, int row, int column)
    {
        Span<double> vector = columns[((column * rows) + row)..((column + 1) * rows)];
        double norm = Math.Sqrt(EightLanes.Dot(vector, vector));
        if (norm == 0)
        {
            return;
        }

        double diagonal = vector[0] > 0 ? -norm : norm;
        double half = norm * (norm + Math.Abs(vector[0]));
        vector[0] -= diagonal;
        for (int start = ((column + 1) * rows) + row; start < columns.Length; start += rows)
        {
            Span<double> other = columns.Slice(start, vector.Length);
            EightLanes.AddScaled(-EightLanes.Dot(vector, other) / half, vector, other);
        }

        vector[0] = diagonal;
    }
}
