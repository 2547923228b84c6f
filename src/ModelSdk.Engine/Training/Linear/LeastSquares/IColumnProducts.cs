namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>How exactly products of columns are summed.</summary>
internal interface IColumnProducts
{
    /// <summary>Sums weight · left · right over some rows, for all pairs of columns.</summary>
    /// <param name="columns">The columns, one after the other.</param>
    /// <param name="rows">The length of a column.</param>
    /// <param name="weights">One for each row; empty where all count 1.</param>
    /// <param name="sums">Gets a square, row after row, of which the upper triangle is written.</param>
    void Sum(ReadOnlySpan<double> columns, int rows, ReadOnlySpan<double> weights, Span<DoubleDouble> sums);

    /// <summary>Adds weight · value to each sum.</summary>
    /// <param name="weight">The row's weight.</param>
    /// <param name="values">The row's values.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="errors">What rounding took away; untouched where this is not kept.</param>
    void Add(double weight, ReadOnlySpan<double> values, Span<double> sums, Span<double> errors);
}
