namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// The factors U'DU of a moment matrix (symmetric elimination without square roots: Golub and Van Loan, Matrix Computations, 4th edition, §4.1.2), in
/// double-double. A column that the columns before it explain gets no pivot. Afterwards the matrix holds D·U, row after row.
/// </summary>
internal sealed class Elimination
{
    private readonly MomentMatrix matrix;
    private readonly int threads;
    private readonly double[] norms;

    private Elimination(MomentMatrix matrix, int threads)
    {
        this.matrix = matrix;
        this.threads = threads;
        this.norms = new double[matrix.Order];
        this.HasPivot = new bool[matrix.Order];
    }

    /// <summary>Which rows have a pivot.</summary>
    public bool[] HasPivot { get; }

    /// <summary>The columns of the design that are linear combinations of the constant and of earlier columns; constant ones are not among them.</summary>
    public List<int> Dependent { get; } = [];

    /// <summary>The number of rows that can have a pivot: the constant and the columns of the design.</summary>
    public int Size => this.matrix.Order - 1;

    /// <summary>The number of pivots, that of the constant included.</summary>
    public int Rank => this.HasPivot.Count(pivot => pivot);

    /// <summary>The last row's pivot: the weighted sum of squared residuals.</summary>
    public double ResidualSum => Math.Max(0, this.matrix[this.matrix.Order - 1, this.matrix.Order - 1].ToDouble());

    /// <summary>The squared norm of a column of the design, about its mean where there is a constant.</summary>
    /// <param name="column">The column of the design.</param>
    public double SquaredNorm(int column) => this.norms[column + 1];

    /// <summary>Factorises.</summary>
    /// <param name="matrix">The moments; overwritten.</param>
    /// <param name="constant">Whether the constant takes part.</param>
    /// <param name="tolerance">A column is explained when the part that the columns before it leave unexplained is at most this share of its norm.</param>
    /// <param name="threads">How many threads may work at a time.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Elimination Run(MomentMatrix matrix, bool constant, double tolerance, int threads, CancellationToken cancellation)
    {
        Elimination elimination = new(matrix, threads);
        double[] total = [.. Enumerable.Range(0, matrix.Order).Select(row => matrix[row, row].High)];
        if (constant)
        {
            elimination.Eliminate(0);
        }

        for (int row = 1; row < matrix.Order; row++)
        {
            elimination.norms[row] = matrix[row, row].High;
        }

        double share = tolerance * tolerance;
        for (int row = 1; row < matrix.Order - 1; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            elimination.Decide(row, share * total[row], share * elimination.norms[row]);
        }

        return elimination;
    }

    /// <summary>An element of U.</summary>
    /// <param name="row">A row with a pivot.</param>
    /// <param name="column">A later column.</param>
    public DoubleDouble Factor(int row, int column) => this.matrix[row, column] / this.matrix[row, row];

    /// <summary>A pivot.</summary>
    /// <param name="row">A row that has one.</param>
    public DoubleDouble Pivot(int row) => this.matrix[row, row];

    private void Decide(int row, double smallestOfTotal, double smallestOfNorm)
    {
        double pivot = this.matrix[row, row].High;
        if (this.norms[row] <= smallestOfTotal)
        {
            return;
        }

        if (pivot > smallestOfNorm)
        {
            this.Eliminate(row);
        }
        else
        {
            this.Dependent.Add(row - 1);
        }
    }

    private void Eliminate(int row)
    {
        int order = this.matrix.Order;
        this.HasPivot[row] = true;
        DoubleDouble inverse = 1 / this.matrix[row, row];
        void Subtract(int other)
        {
            DoubleDouble factor = this.matrix[row, other] * inverse;
            if (factor.High != 0)
            {
                int from = (row * order) + other;
                int to = (other * order) + other;
                DoubleDoubleRows.AddScaled(
                    -factor,
                    this.matrix.High.AsSpan(from, order - other),
                    this.matrix.Low.AsSpan(from, order - other),
                    this.matrix.High.AsSpan(to, order - other),
                    this.matrix.Low.AsSpan(to, order - other));
            }
        }

        RowsInParallel.Run(row + 1, order, order - row, this.threads, Subtract);
    }
}
