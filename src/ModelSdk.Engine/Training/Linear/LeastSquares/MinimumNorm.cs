using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// Among all solutions of a problem with dependent columns, the one whose standardised coefficients, the intercept aside, have the least norm. The
/// solutions differ by combinations of N = [F; −1], a column for each dependent column d that says d = Σ F · (the others); from the solution s that
/// leaves dependent columns out, s − N (N'N)⁻¹ N's has the least norm (Golub and Van Loan, Matrix Computations, 4th edition, §5.5).
/// </summary>
internal static class MinimumNorm
{
    /// <summary>Changes a solution.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="coordinates">What the solution is measured in.</param>
    /// <param name="elimination">The factors.</param>
    /// <param name="inverse">What dependent columns consist of.</param>
    /// <param name="solution">The constant, then the columns of the design.</param>
    public static void Apply(LeastSquaresProblem problem, Coordinates coordinates, Elimination elimination, InverseFactor inverse, DoubleDouble[] solution)
    {
        double[] units = [.. Enumerable.Range(0, problem.Width).Select(column => (coordinates.Factors[column] * problem.Data.Columns[column].Scale).ToDouble())];
        double[][] directions = [.. elimination.Dependent.Select((column, index) => Direction(column, index, units, inverse))];
        double[] scaled = [.. units.Select((unit, column) => solution[column + 1].ToDouble() * unit)];
        double[] shares = Project(directions, scaled, problem.Data.MaximumThreads);
        for (int index = 0; index < directions.Length; index++)
        {
            EightLanes.AddScaled(-shares[index], directions[index], scaled);
        }

        for (int column = 0; column < units.Length; column++)
        {
            solution[column + 1] = (DoubleDouble)scaled[column] / units[column];
        }

        if (problem.Intercept)
        {
            solution[0] = Constant(elimination, solution);
        }
    }

    // A combination of the columns, on the standardised scale, that is zero in every row.
    private static double[] Direction(int dependent, int index, double[] units, InverseFactor inverse)
    {
        double[] direction = [.. units.Select((unit, column) => inverse.Composition[column][index] * unit / units[dependent])];
        direction[dependent] = -1;
        return direction;
    }

    private static double[] Project(double[][] directions, double[] point, int threads)
    {
        MomentMatrix matrix = new(directions.Length);
        int order = matrix.Order;
        for (int first = 0; first < directions.Length; first++)
        {
            for (int second = first; second < directions.Length; second++)
            {
                matrix[first + 1, second + 1] = EightLanes.Dot(directions[first], directions[second]);
            }

            matrix[first + 1, order - 1] = EightLanes.Dot(directions[first], point);
        }

        Elimination elimination = Elimination.Run(matrix, PivotOrder.Natural(order), constant: false, 0, threads, CancellationToken.None);
        DoubleDouble[] solution = new NormalEquations(elimination).Solve();
        return [.. solution.Skip(1).Select(value => value.ToDouble())];
    }

    private static DoubleDouble Constant(Elimination elimination, DoubleDouble[] solution)
    {
        DoubleDouble constant = elimination.Factor(0, solution.Length);
        for (int place = 1; place < solution.Length; place++)
        {
            constant -= elimination.Factor(0, place) * solution[place];
        }

        return constant;
    }
}
