namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// The factors U'DU of a moment matrix (symmetric elimination without square roots: Golub and Van Loan, Matrix Computations, 4th edition, §4.1.2), in
/// double-double. A column that the columns before it explain gets no pivot. Afterwards the matrix holds D·U, row after row.
/// </summary>
internal sealed class Elimination
{
    private readonly MomentMatrix matrix;
    private readonly int threads;
    private readonly double[] totals;
    private readonly double[] norms;

    private Elimination(MomentMatrix matrix, PivotOrder order, int threads)
    {
        this.matrix = order.Sort(matrix);
        this.Order = order;
        this.threads = threads;
        this.totals = [.. Enumerable.Range(0, matrix.Order).Select(row => this.matrix[row, row].High)];
        this.norms = [.. this.totals];
        this.HasPivot = new bool[matrix.Order];
    }

    /// <summary>In which order columns were eliminated; all places below are in this order.</summary>
    public PivotOrder Order { get; }

    /// <summary>Which rows have a pivot.</summary>
    public bool[] HasPivot { get; }

    /// <summary>The columns of the design that are linear combinations of the constant and of earlier columns, −1 for the constant itself; constant ones are not among them.</summary>
    public List<int> Dependent { get; } = [];

    /// <summary>The number of rows that can have a pivot: the constant and the columns of the design.</summary>
    public int Size => this.matrix.Order - 1;

    /// <summary>The number of pivots, that of the constant included.</summary>
    public int Rank => this.HasPivot.Count(pivot => pivot);

    /// <summary>The last row's pivot: the weighted sum of squared residuals.</summary>
    public double ResidualSum => Math.Max(0, this.matrix[this.matrix.Order - 1, this.matrix.Order - 1].ToDouble());

    /// <summary>The squared norm of a column of the design, about its mean where there is a constant.</summary>
    /// <param name="column">The column of the design.</param>
    public double SquaredNorm(int column) => this.norms[this.Order.PlaceOf(column + 1)];

    /// <summary>The squared norm of the part of a place's column that the factors describe: about its mean where the constant came first.</summary>
    /// <param name="place">The place.</param>
    public double FactoredNorm(int place) => this.Order.Constant == 0 ? this.norms[place] : this.totals[place];

    /// <summary>Factorises.</summary>
    /// <param name="matrix">The moments; overwritten.</param>
    /// <param name="order">In which order columns are eliminated.</param>
    /// <param name="constant">Whether the constant takes part.</param>
    /// <param name="tolerance">A column is explained when the part that the columns before it leave unexplained is at most this share of its norm.</param>
    /// <param name="threads">How many threads may work at a time.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Elimination Run(MomentMatrix matrix, PivotOrder order, bool constant, double tolerance, int threads, CancellationToken cancellation)
    {
        Elimination elimination = new(matrix, order, threads);
        if (constant)
        {
            elimination.Centre();
        }

        double share = tolerance * tolerance;
        for (int row = 0; row < matrix.Order - 1; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (row != order.Constant || constant)
            {
                elimination.Decide(row, share);
            }
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

    // What is left of the norms when the constant has been taken out.
    private void Centre()
    {
        int constant = this.Order.Constant;
        DoubleDouble inverse = 1 / this.matrix[constant, constant];
        for (int place = 0; place < this.norms.Length; place++)
        {
            DoubleDouble sum = this.matrix[Math.Min(place, constant), Math.Max(place, constant)];
            this.norms[place] = place == constant ? this.totals[place] : (this.matrix[place, place] - (sum * inverse * sum)).High;
        }
    }

    private void Decide(int row, double share)
    {
        if (row != this.Order.Constant && this.norms[row] <= share * this.totals[row])
        {
            return;
        }

        if (this.matrix[row, row].High > share * this.norms[row])
        {
            this.Eliminate(row);
        }
        else
        {
            this.Dependent.Add(this.Order.ColumnAt(row) - 1);
        }
    }

    private void Eliminate(int row)
    {
        int order = this.matrix.Order;
        this.HasPivot[row] = true;
        DoubleDouble inverse = 1 / this.matrix[row, row];
        int[] others = [.. Enumerable.Range(row + 1, order - row - 1).Where(other => this.matrix.High[(row * order) + other] != 0)];
        void Subtract(int index)
        {
            int other = others[index];
            DoubleDouble factor = this.matrix[row, other] * inverse;
            int from = (row * order) + other;
            int to = (other * order) + other;
            DoubleDoubleRows.AddScaled(
                -factor,
                this.matrix.High.AsSpan(from, order - other),
                this.matrix.Low.AsSpan(from, order - other),
                this.matrix.High.AsSpan(to, order - other),
                this.matrix.Low.AsSpan(to, order - other));
        }

        RowsInParallel.Run(0, others.Length, others.Length == 0 ? 0 : order - others[0], this.threads, Subtract);
    }
}
