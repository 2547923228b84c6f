namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>Turns a solution into coefficients of the model, and says how certain they are.</summary>
/// <param name="problem">The problem.</param>
/// <param name="coordinates">What the solution is measured in.</param>
/// <param name="elimination">The factors.</param>
/// <param name="inverse">Variances and condition.</param>
internal sealed class LeastSquaresSummary(LeastSquaresProblem problem, Coordinates coordinates, Elimination elimination, InverseFactor inverse)
{
    private const double Involved = 1e-9;
    private const string ConditionEstimate = "ConditionEstimate";

    /// <summary>The weighted sum of squared residuals, in the solution's coordinates.</summary>
    public required double ResidualSum { get; init; }

    private int DegreesOfFreedom => problem.CountedRows - elimination.Rank;

    // In the solution's coordinates; NaN where no degree of freedom is left.
    private double Deviation => this.DegreesOfFreedom > 0 ? Math.Sqrt(this.ResidualSum / this.DegreesOfFreedom) : double.NaN;

    /// <summary>Summarises.</summary>
    /// <param name="solution">The constant, then the columns of the design.</param>
    /// <param name="isExact">Whether products were summed in double-double.</param>
    public LeastSquaresFit Of(DoubleDouble[] solution, bool isExact)
    {
        DoubleDouble[] original = [.. Enumerable.Range(0, problem.Width).Select(column => solution[column + 1] * coordinates.Factors[column] / coordinates.TargetFactor)];
        DoubleDouble origin = problem.Intercept ? (solution[0] / coordinates.TargetFactor) + coordinates.TargetCentre : 0;
        DoubleDouble intercept = 0;
        for (int column = 0; column < original.Length; column++)
        {
            origin -= original[column] * coordinates.Centres[column];
            intercept += original[column] * problem.Data.Columns[column].Mean;
        }

        double[] coefficients = [.. original.Select((value, column) => (value * problem.Data.Columns[column].Scale).ToDouble())];
        double through = problem.Intercept ? (intercept + origin).ToDouble() : LinearParameters.InterceptThroughOrigin(coefficients, problem.Data.Columns);
        return new LeastSquaresFit(through, coefficients, elimination.Dependent)
        {
            IsExact = isExact,
            Figures = problem.Penalty > 0 ? new Dictionary<string, double> { [ConditionEstimate] = inverse.Condition } : this.Figures(),
            Statistics = problem.Penalty > 0 ? [] : this.Statistics(origin, original),
        };
    }

    private CoefficientStatistic[] Statistics(DoubleDouble origin, DoubleDouble[] original) =>
        [.. problem.Intercept ? [this.InterceptStatistic(origin)] : Array.Empty<CoefficientStatistic>(), .. original.Select(this.Statistic)];

    private Dictionary<string, double> Figures()
    {
        Dictionary<string, double> figures = new() { ["DegreesOfFreedom"] = this.DegreesOfFreedom, [ConditionEstimate] = inverse.Condition };
        if (this.DegreesOfFreedom > 0)
        {
            figures["ResidualStandardDeviation"] = this.Deviation / coordinates.TargetFactor;
        }

        double total = elimination.SquaredNorm(problem.Width);
        if (total > 0)
        {
            figures["RSquared"] = 1 - (this.ResidualSum / total);
        }

        return figures;
    }

    private CoefficientStatistic Statistic(DoubleDouble value, int column)
    {
        double unit = coordinates.Factors[column].ToDouble() / coordinates.TargetFactor;
        bool isShared = elimination.Dependent.Where((_, index) => Math.Abs(inverse.Composition[column][index]) > Involved).Any();
        double error = isShared ? double.NaN : this.Deviation * Math.Sqrt(inverse.Variances[column]) * unit;
        return this.Test(problem.Data.Columns[column].Name, value.ToDouble(), error);
    }

    // Var(x'b) = σ² x'(X'X)⁻¹x, where x is the row of original values 0.
    private CoefficientStatistic InterceptStatistic(DoubleDouble origin)
    {
        DoubleDouble[] row = [1, .. coordinates.Centres.Select((centre, column) => coordinates.Factors[column] * -centre)];
        DoubleDouble variance = new NormalEquations(elimination).InverseForm(row);
        double error = elimination.Dependent.Count > 0 ? double.NaN : this.Deviation * Math.Sqrt(variance.ToDouble()) / coordinates.TargetFactor;
        return this.Test("(intercept)", origin.ToDouble(), error);
    }

    private CoefficientStatistic Test(string name, double value, double error)
    {
        double ratio = error > 0 ? value / error : double.NaN;
        return new CoefficientStatistic(name, value, error, ratio, StudentDistribution.TwoSided(ratio, this.DegreesOfFreedom));
    }
}
