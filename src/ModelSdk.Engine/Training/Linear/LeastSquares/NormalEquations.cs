namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>Solves systems by the factors of an elimination; columns without a pivot count nothing. All vectors are in natural order: the constant, then the columns of the design.</summary>
/// <param name="factors">The factors.</param>
internal sealed class NormalEquations(Elimination factors)
{
    /// <summary>The solution that the moments with the label ask for.</summary>
    public DoubleDouble[] Solve()
    {
        int target = factors.Size;
        DoubleDouble[] sorted = [.. Enumerable.Range(0, target).Select(row => factors.HasPivot[row] ? factors.Factor(row, target) : 0)];
        this.Substitute(sorted);
        DoubleDouble[] values = new DoubleDouble[target];
        factors.Order.Restore(sorted, values);
        return values;
    }

    /// <summary>Solves U'DU x = a: what moves a solution towards zero gradient.</summary>
    /// <param name="values">a, then x.</param>
    public void Solve(DoubleDouble[] values)
    {
        DoubleDouble[] sorted = factors.Order.Sort(values);
        this.SolveTransposed(sorted);
        for (int row = 0; row < sorted.Length; row++)
        {
            sorted[row] = factors.HasPivot[row] ? sorted[row] / factors.Pivot(row) : 0;
        }

        this.Substitute(sorted);
        factors.Order.Restore(sorted, values);
    }

    /// <summary>a'(U'DU)⁻¹a: how much the sum of squared residuals says about the value of a'x.</summary>
    /// <param name="values">a.</param>
    public DoubleDouble InverseForm(DoubleDouble[] values)
    {
        DoubleDouble[] sorted = factors.Order.Sort(values);
        this.SolveTransposed(sorted);
        DoubleDouble form = 0;
        for (int row = 0; row < sorted.Length; row++)
        {
            form += factors.HasPivot[row] ? sorted[row] * sorted[row] / factors.Pivot(row) : 0;
        }

        return form;
    }

    // Solves U'y = a in place; y is 0 in rows without a pivot.
    private void SolveTransposed(DoubleDouble[] sorted)
    {
        for (int row = 0; row < sorted.Length; row++)
        {
            if (!factors.HasPivot[row])
            {
                sorted[row] = 0;
                continue;
            }

            for (int column = row + 1; column < sorted.Length; column++)
            {
                sorted[column] -= factors.Factor(row, column) * sorted[row];
            }
        }
    }

    // Solves U x = a in place.
    private void Substitute(DoubleDouble[] sorted)
    {
        for (int row = sorted.Length - 1; row >= 0; row--)
        {
            for (int column = row + 1; column < sorted.Length && factors.HasPivot[row]; column++)
            {
                sorted[row] -= factors.Factor(row, column) * sorted[column];
            }
        }
    }
}
