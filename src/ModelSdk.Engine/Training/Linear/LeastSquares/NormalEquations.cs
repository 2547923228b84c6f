namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>Solves systems by the factors of an elimination; rows without a pivot count nothing.</summary>
/// <param name="factors">The factors.</param>
internal sealed class NormalEquations(Elimination factors)
{
    /// <summary>The solution that the moments with the label ask for: the constant, then the columns of the design.</summary>
    public DoubleDouble[] Solve()
    {
        int target = factors.Size;
        DoubleDouble[] values = [.. Enumerable.Range(0, target).Select(row => factors.HasPivot[row] ? factors.Factor(row, target) : 0)];
        this.Substitute(values);
        return values;
    }

    /// <summary>Solves U'DU x = a: what moves a solution towards zero gradient.</summary>
    /// <param name="values">a, then x: the constant, then the columns of the design.</param>
    public void Solve(DoubleDouble[] values)
    {
        this.SolveTransposed(values);
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = factors.HasPivot[row] ? values[row] / factors.Pivot(row) : 0;
        }

        this.Substitute(values);
    }

    /// <summary>Solves U'y = a in place; y is 0 in rows without a pivot.</summary>
    /// <param name="values">a, then y: the constant, then the columns of the design.</param>
    public void SolveTransposed(DoubleDouble[] values)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (!factors.HasPivot[row])
            {
                values[row] = 0;
                continue;
            }

            for (int column = row + 1; column < values.Length; column++)
            {
                values[column] -= factors.Factor(row, column) * values[row];
            }
        }
    }

    // Solves U x = a in place.
    private void Substitute(DoubleDouble[] values)
    {
        for (int row = values.Length - 1; row >= 0; row--)
        {
            for (int column = row + 1; column < values.Length && factors.HasPivot[row]; column++)
            {
                values[row] -= factors.Factor(row, column) * values[column];
            }
        }
    }
}
