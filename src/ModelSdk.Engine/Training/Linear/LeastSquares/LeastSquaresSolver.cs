namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// Solves least squares by the normal equations. Small problems, and those whose condition is high, are summed in double-double from the original
/// values: the squared condition number is then harmless up to about 10¹⁴. Others are summed in double from the standardised values, and corrected
/// once by their residuals (corrected seminormal equations: Björck, "Stability analysis of the method of seminormal equations", 1987).
/// </summary>
internal static class LeastSquaresSolver
{
    /// <summary>The most columns that a design may have: the matrix of their products must fit in memory.</summary>
    public const int MostColumns = 4096;

    /// <summary>Up to this condition, sums in double are enough: standard errors keep 8 digits, coefficients more.</summary>
    public const double HighCondition = 1e4;

    // What double-double costs more than double then takes no tenth of a second.
    private const double SmallWork = 2e7;
    private const int SmallWidth = 512;

    // Rounding alone leaves about 2⁻⁵² of an explained column; 10⁻¹³ keeps NIST's Filip, whose smallest share is about 10⁻¹¹.
    private const double ExactTolerance = 1e-13;
    private const double RoundedTolerance = 1e-7;

    // Of the 32 digits of a difference of squares, 14 are left here.
    private const double CloseFit = 1e-18;

    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LeastSquaresFit Solve(LeastSquaresProblem problem, CancellationToken cancellation) =>
        (IsSmall(problem) ? null : Rounded(problem, cancellation)) ?? Exact(problem, cancellation);

    /// <summary>Solves a problem in double; null where the condition is too high for that.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LeastSquaresFit? Rounded(LeastSquaresProblem problem, CancellationToken cancellation)
    {
        StandardisedPanel panel = StandardisedPanel.Of(problem);
        Elimination elimination = Eliminate(problem, panel, new RoundedProducts(), PivotOrder.For(problem), RoundedTolerance, cancellation);
        if (elimination.Dependent.Count > 0)
        {
            return null;
        }

        InverseFactor inverse = InverseFactor.Of(elimination, problem.Width, problem.Data.MaximumThreads);
        if (inverse.Condition > HighCondition)
        {
            return null;
        }

        DoubleDouble[] solution = new NormalEquations(elimination).Solve();
        double residualSum = new ResidualCorrection(problem, panel.Coordinates, cancellation).Apply(elimination, solution);
        return new LeastSquaresSummary(problem, panel.Coordinates, elimination, inverse) { ResidualSum = residualSum }.Of(solution, isExact: false);
    }

    /// <summary>Solves a problem in double-double.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LeastSquaresFit Exact(LeastSquaresProblem problem, CancellationToken cancellation)
    {
        OriginalPanel panel = OriginalPanel.Of(problem);
        Elimination elimination = Eliminate(problem, panel, new CompensatedProducts(), PivotOrder.Natural(problem.Width + 2), ExactTolerance, cancellation);
        InverseFactor inverse = InverseFactor.Of(elimination, problem.Width, problem.Data.MaximumThreads);
        DoubleDouble[] solution = new NormalEquations(elimination).Solve();
        if (elimination.Dependent.Count > 0)
        {
            MinimumNorm.Apply(problem, panel.Coordinates, elimination, inverse, solution);
        }

        double residualSum = elimination.ResidualSum <= CloseFit * elimination.SquaredNorm(problem.Width)
            ? ExactResiduals.Sum(problem, panel, solution, cancellation)
            : elimination.ResidualSum;
        return new LeastSquaresSummary(problem, panel.Coordinates, elimination, inverse) { ResidualSum = residualSum }.Of(solution, isExact: true);
    }

    private static bool IsSmall(LeastSquaresProblem problem)
    {
        double length = problem.DenseColumns.Count + problem.Data.Design.CodeCount;
        return problem.Width <= SmallWidth && problem.Data.Design.Rows * length * length <= SmallWork;
    }

    private static Elimination Eliminate(
        LeastSquaresProblem problem, RegressionPanel panel, IColumnProducts products, PivotOrder order, double tolerance, CancellationToken cancellation)
    {
        MomentMatrix matrix = MomentAccumulator.Compute(problem.Data, panel, products, cancellation);
        for (int column = 0; column < problem.Width && problem.Penalty > 0; column++)
        {
            DoubleDouble unit = panel.Coordinates.Factors[column] * problem.Data.Columns[column].Scale;
            matrix[column + 1, column + 1] += unit * unit * problem.Penalty;
        }

        return Elimination.Run(matrix, order, problem.Intercept, tolerance, problem.Data.MaximumThreads, cancellation);
    }
}
