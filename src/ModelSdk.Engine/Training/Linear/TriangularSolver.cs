using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>Solves least squares from the triangular factor of [constant | design | target], of full rank or not.</summary>
internal sealed class TriangularSolver
{
    /// <summary>
    /// A column whose part that earlier columns do not explain is smaller than this share of its norm counts as explained. Rounding alone leaves
    /// about 2⁻⁵² of it; the share keeps full rank for NIST's Filip, whose smallest is about 10⁻¹¹.
    /// </summary>
    public const double Tolerance = 1e-13;

    private readonly double[] factor;
    private readonly int order;
    private readonly int first;
    private readonly int width;

    private TriangularSolver(double[] factor, int order, bool constant)
    {
        this.factor = factor;
        this.order = order;
        this.first = constant ? 1 : 0;
        this.width = order - 1 - this.first;
    }

    /// <summary>Solves the problem.</summary>
    /// <param name="factor">The triangular factor, column after column.</param>
    /// <param name="order">Its number of columns.</param>
    /// <param name="constant">Whether the first column is the constant.</param>
    /// <returns>The solution whose coefficients, the intercept aside, have the least norm.</returns>
    public static LeastSquaresSolution Solve(double[] factor, int order, bool constant)
    {
        TriangularSolver solver = new(factor, order, constant);
        double[] norms = solver.Norms();
        double[] inner = solver.InnerColumns();
        List<int> dependent = solver.Echelon(inner, norms, out List<int> pivots);
        double[] coefficients = pivots.Count == solver.width ? solver.Substitute(inner, pivots) : solver.MinimumNorm(inner, pivots);
        return new LeastSquaresSolution(constant ? solver.Intercept(coefficients) : 0, coefficients, dependent);
    }

    private double At(int row, int column) => this.factor[(column * this.order) + row];

    // The norm of each column of the design with the constant's share in it.
    private double[] Norms() => [.. Enumerable.Range(this.first, this.width).Select(column => Norm(this.factor.AsSpan(column * this.order, column + 1)))];

    // Design and target without the constant's row: what is left of them after the constant has explained its share.
    private double[] InnerColumns()
    {
        double[] inner = new double[(this.width + 1) * (this.width + 1)];
        for (int column = 0; column <= this.width; column++)
        {
            this.factor.AsSpan(((column + this.first) * this.order) + this.first, this.width + 1).CopyTo(inner.AsSpan(column * (this.width + 1)));
        }

        return inner;
    }

    // Brings the inner columns to echelon form: a column that adds nothing to the earlier ones gets no row of its own.
    private List<int> Echelon(double[] inner, double[] norms, out List<int> pivots)
    {
        int rows = this.width + 1;
        List<int> dependent = [];
        pivots = [];
        for (int column = 0; column < this.width; column++)
        {
            int row = pivots.Count;
            double rest = Norm(inner.AsSpan((column * rows) + row, rows - row));
            if (rest > Tolerance * norms[column])
            {
                HouseholderReduction.Reflect(inner, rows, row, column);
                pivots.Add(column);
            }
            else if (Norm(inner.AsSpan(column * rows, rows)) > Tolerance * norms[column])
            {
                dependent.Add(column);
            }

            int kept = pivots.Count;
            inner.AsSpan((column * rows) + kept, rows - kept).Clear();
        }

        return dependent;
    }

    private double[] Substitute(double[] inner, List<int> pivots)
    {
        int rows = this.width + 1;
        double[] coefficients = inner[(this.width * rows)..((this.width * rows) + this.width)];
        for (int index = pivots.Count - 1; index >= 0; index--)
        {
            coefficients[index] /= inner[(index * rows) + index];
            EightLanes.AddScaled(-coefficients[index], inner.AsSpan(index * rows, index), coefficients.AsSpan(0, index));
        }

        return coefficients;
    }

    // E w = c, where the echelon form E has fewer rows than columns. With E' = Q R, w = Q R'⁻¹ c has the least norm (Golub and Van Loan, §5.6.2).
    private double[] MinimumNorm(double[] inner, List<int> pivots)
    {
        int rank = pivots.Count;
        double[] transposed = this.TransposedBesideIdentity(inner, rank);
        HouseholderReduction.Reduce(transposed, this.width, rank);
        int target = this.width * (this.width + 1);
        double[] solution = inner[target..(target + rank)];
        for (int index = 0; index < rank; index++)
        {
            ReadOnlySpan<double> column = transposed.AsSpan(index * this.width, index + 1);
            solution[index] = (solution[index] - EightLanes.Dot(column[..index], solution.AsSpan(0, index))) / column[index];
        }

        return [.. Enumerable.Range(rank, this.width).Select(column => EightLanes.Dot(transposed.AsSpan(column * this.width, rank), solution))];
    }

    // [E' | I]: what turns E' into R turns I into Q'.
    private double[] TransposedBesideIdentity(double[] inner, int rank)
    {
        double[] transposed = new double[this.width * (rank + this.width)];
        for (int column = 0; column < this.width; column++)
        {
            transposed[((rank + column) * this.width) + column] = 1;
            for (int row = 0; row < rank; row++)
            {
                transposed[(row * this.width) + column] = inner[(column * (this.width + 1)) + row];
            }
        }

        return transposed;
    }

    private double Intercept(double[] coefficients)
    {
        double rest = this.At(0, this.order - 1);
        for (int column = 0; column < this.width; column++)
        {
            rest -= this.At(0, column + 1) * coefficients[column];
        }

        return rest / this.At(0, 0);
    }

    private static double Norm(ReadOnlySpan<double> values) => Math.Sqrt(EightLanes.Dot(values, values));
}
