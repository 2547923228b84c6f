using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// In which order columns are eliminated. Of the indicators of one feature at most one is 1 in a row, so their products with each other are 0:
/// eliminated first they leave nothing to do among themselves, and a thousand categories cost no more than the other columns. (A fill-reducing order:
/// George and Liu, "Computer Solution of Large Sparse Positive Definite Systems", 1981, chapter 5.)
/// </summary>
internal sealed class PivotOrder
{
    private const int FewestIndicators = 32;

    private readonly int[] columnAt;
    private readonly int[] placeOf;

    private PivotOrder(int[] columnAt)
    {
        this.columnAt = columnAt;
        this.placeOf = new int[columnAt.Length];
        for (int place = 0; place < columnAt.Length; place++)
        {
            this.placeOf[columnAt[place]] = place;
        }
    }

    /// <summary>The place of the constant.</summary>
    public int Constant => this.placeOf[0];

    /// <summary>The order of the moments: the constant, the columns of the design, the label.</summary>
    /// <param name="order">The number of all of them.</param>
    public static PivotOrder Natural(int order) => new([.. Enumerable.Range(0, order)]);

    /// <summary>The indicators of the feature that has most, then the constant, then the other columns, the label last.</summary>
    /// <param name="problem">The problem.</param>
    public static PivotOrder For(LeastSquaresProblem problem)
    {
        HashSet<int> dense = [.. problem.DenseColumns];
        IReadOnlyList<DesignColumn> columns = problem.Data.Columns;
        int[] first = Enumerable.Range(0, problem.Width).Where(column => !dense.Contains(column)).GroupBy(column => columns[column].Feature, StringComparer.Ordinal)
            .Select(group => group.Select(column => column + 1).ToArray()).MaxBy(group => group.Length) ?? [];
        return first.Length < FewestIndicators ? Natural(problem.Width + 2) : new PivotOrder([.. first, .. Enumerable.Range(0, problem.Width + 2).Except(first)]);
    }

    /// <summary>The place of a column: of the constant for 0, of column j of the design for j + 1.</summary>
    /// <param name="column">The column of the moments.</param>
    public int PlaceOf(int column) => this.placeOf[column];

    /// <summary>The column of the moments at a place.</summary>
    /// <param name="place">The place.</param>
    public int ColumnAt(int place) => this.columnAt[place];

    /// <summary>Sorts moments.</summary>
    /// <param name="moments">In natural order.</param>
    /// <returns>In this order; the same matrix where that is the natural one.</returns>
    public MomentMatrix Sort(MomentMatrix moments)
    {
        if (this.columnAt.Index().All(pair => pair.Item == pair.Index))
        {
            return moments;
        }

        MomentMatrix sorted = new(moments.Order - 2);
        for (int row = 0; row < moments.Order; row++)
        {
            for (int column = row; column < moments.Order; column++)
            {
                (int first, int second) = (this.columnAt[row], this.columnAt[column]);
                sorted[row, column] = moments[Math.Min(first, second), Math.Max(first, second)];
            }
        }

        return sorted;
    }

    /// <summary>Sorts values, one for each column but the label.</summary>
    /// <param name="values">In natural order.</param>
    public DoubleDouble[] Sort(DoubleDouble[] values) => [.. Enumerable.Range(0, values.Length).Select(place => values[this.columnAt[place]])];

    /// <summary>Brings values back into natural order.</summary>
    /// <param name="sorted">In this order, one for each column but the label.</param>
    /// <param name="values">Gets them in natural order.</param>
    public void Restore(DoubleDouble[] sorted, DoubleDouble[] values)
    {
        for (int place = 0; place < sorted.Length; place++)
        {
            values[this.columnAt[place]] = sorted[place];
        }
    }
}
