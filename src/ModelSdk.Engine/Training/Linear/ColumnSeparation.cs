namespace ModelSdk.Engine.Training.Linear;

/// <summary>
/// Finds the columns that alone separate a class from all others, if not in all rows: on one side of a value there are rows of the class only, on the
/// other rows of other classes only, and at the value itself of both. Such a column makes the separation quasi-complete (Albert and Anderson, 1984):
/// its coefficient grows without end. The commonest is a category all of whose rows have one label.
/// </summary>
internal sealed class ColumnSeparation
{
    private readonly TrainingData data;
    private readonly double[] lows;
    private readonly double[] highs;
    private readonly int classes;

    private ColumnSeparation(TrainingData data)
    {
        this.data = data;
        this.classes = Math.Max(2, data.ClassCount);
        this.lows = new double[this.classes * data.Design.Width];
        this.highs = new double[this.classes * data.Design.Width];
        Array.Fill(this.lows, double.PositiveInfinity);
        Array.Fill(this.highs, double.NegativeInfinity);
    }

    /// <summary>The names of the columns, in the design's order.</summary>
    /// <param name="data">Design, target and weights; rows without weight do not count.</param>
    /// <param name="hasIntercept">Whether margins have an intercept, so that any value can part the classes; otherwise only 0 in original units can.</param>
    public static IReadOnlyList<string> Find(TrainingData data, bool hasIntercept)
    {
        ColumnSeparation separation = new(data);
        separation.ReadRows();
        return [.. data.Columns.Where((column, index) => separation.Separates(index, hasIntercept ? null : -column.Mean / column.Scale)).Select(column => column.Name)];
    }

    private void ReadRows()
    {
        double[] columns = new double[this.data.Design.Width];
        for (int row = 0; row < this.data.Design.Rows; row++)
        {
            if (this.data.Weight(row) > 0)
            {
                this.data.Design.Expand(row, columns);
                this.Add(columns, (int)this.data.Target[row] * columns.Length);
            }
        }
    }

    private void Add(double[] columns, int first)
    {
        for (int column = 0; column < columns.Length; column++)
        {
            this.lows[first + column] = Math.Min(this.lows[first + column], columns[column]);
            this.highs[first + column] = Math.Max(this.highs[first + column], columns[column]);
        }
    }

    private bool Separates(int column, double? only)
    {
        for (int label = 0; label < (this.classes == 2 ? 1 : this.classes); label++)
        {
            (double low, double high) = this.Range(column, other => other == label);
            (double otherLow, double otherHigh) = this.Range(column, other => other != label);
            if (Parts(low, high, otherLow, otherHigh, only) || Parts(otherLow, otherHigh, low, high, only))
            {
                return true;
            }
        }

        return false;
    }

    private (double Low, double High) Range(int column, Func<int, bool> includes)
    {
        int[] places = [.. Enumerable.Range(0, this.classes).Where(includes).Select(label => (label * this.data.Design.Width) + column)];
        return (places.Min(place => this.lows[place]), places.Max(place => this.highs[place]));
    }

    // All below or at a value, all others above or at it, and not all at it.
    private static bool Parts(double low, double high, double otherLow, double otherHigh, double? only) =>
        double.IsFinite(high) && double.IsFinite(otherLow) && high <= otherLow && low < otherHigh && (only is not { } value || (high <= value && value <= otherLow));
}
