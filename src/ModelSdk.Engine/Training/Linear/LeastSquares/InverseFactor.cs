namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>What the inverse V of the unit triangular factor U tells: variances, the condition, and what dependent columns consist of.</summary>
internal sealed class InverseFactor
{
    private readonly Elimination elimination;
    private readonly int width;
    private readonly double[] unitHigh;
    private readonly double[] unitLow;
    private readonly double[] rowSums;

    private InverseFactor(Elimination elimination, int width)
    {
        this.elimination = elimination;
        this.width = width;
        this.unitHigh = new double[(width + 1) * (width + 1)];
        this.unitLow = new double[(width + 1) * (width + 1)];
        this.rowSums = new double[width];
        this.Variances = new double[width];
        this.Composition = [.. Enumerable.Range(0, width).Select(_ => new double[elimination.Dependent.Count])];
    }

    /// <summary>The diagonal of the inverse of the moments; NaN for columns without a pivot.</summary>
    public double[] Variances { get; }

    /// <summary>For each column of the design: how much of it each dependent column contains.</summary>
    public double[][] Composition { get; }

    /// <summary>
    /// The condition number, in the maximum norm, of the triangular factor whose columns have norm 1: how much errors of the data may grow in the
    /// coefficients; 1 at least. Columns without a pivot are left out.
    /// </summary>
    public double Condition { get; private set; } = 1;

    /// <summary>Computes it.</summary>
    /// <param name="elimination">The factors.</param>
    /// <param name="width">The number of columns of the design.</param>
    /// <param name="threads">How many threads may work at a time.</param>
    public static InverseFactor Of(Elimination elimination, int width, int threads)
    {
        InverseFactor inverse = new(elimination, width);
        RowsInParallel.Run(0, width + 1, width, threads, inverse.Normalise);
        RowsInParallel.Run(0, width, width, threads, inverse.Invert);
        double largest = 0;
        for (int column = 0; column < width; column++)
        {
            largest = Math.Max(largest, inverse.FactorRowSum(elimination.Order.PlaceOf(column + 1)));
        }

        inverse.Condition = Math.Max(1, largest * inverse.rowSums.Append(0).Max());
        return inverse;
    }

    private void Normalise(int row)
    {
        for (int column = row + 1; column <= this.width && this.elimination.HasPivot[row]; column++)
        {
            DoubleDouble value = this.elimination.Factor(row, column);
            this.unitHigh[(row * (this.width + 1)) + column] = value.High;
            this.unitLow[(row * (this.width + 1)) + column] = value.Low;
        }
    }

    // Row j of V: v = e_j at first, then each later column m loses what the columns before it put there: v_m+1.. −= v_m · U_m,m+1..
    private void Invert(int column)
    {
        int first = this.elimination.Order.PlaceOf(column + 1);
        if (!this.elimination.HasPivot[first])
        {
            this.Variances[column] = double.NaN;
            return;
        }

        int order = this.width + 1;
        double[] high = new double[order];
        double[] low = new double[order];
        high[first] = 1;
        for (int pivot = first; pivot < order; pivot++)
        {
            if (this.elimination.HasPivot[pivot] && high[pivot] != 0)
            {
                int rest = order - pivot - 1;
                int from = (pivot * order) + pivot + 1;
                DoubleDouble factor = new(-high[pivot], -low[pivot]);
                DoubleDoubleRows.AddScaled(factor, this.unitHigh.AsSpan(from, rest), this.unitLow.AsSpan(from, rest), high.AsSpan(pivot + 1), low.AsSpan(pivot + 1));
            }
        }

        this.Read(column, high, low);
    }

    private void Read(int column, double[] high, double[] low)
    {
        DoubleDouble variance = 0;
        double sum = 0;
        int first = this.elimination.Order.PlaceOf(column + 1);
        double norm = Math.Sqrt(this.elimination.FactoredNorm(first));
        for (int pivot = first; pivot <= this.width; pivot++)
        {
            if (this.elimination.HasPivot[pivot])
            {
                DoubleDouble value = new(high[pivot], low[pivot]);
                variance += value * value / this.elimination.Pivot(pivot);
                sum += Math.Abs(high[pivot]) * norm / Math.Sqrt(this.elimination.Pivot(pivot).High);
            }
        }

        this.Variances[column] = variance.ToDouble();
        this.rowSums[column] = sum;
        for (int index = 0; index < this.elimination.Dependent.Count; index++)
        {
            // A dependent column has no row in U; what its place in the row of V has gathered is minus its share of this column.
            this.Composition[column][index] = -high[this.elimination.Order.PlaceOf(this.elimination.Dependent[index] + 1)];
        }
    }

    private double FactorRowSum(int row)
    {
        if (!this.elimination.HasPivot[row])
        {
            return 0;
        }

        double root = Math.Sqrt(this.elimination.Pivot(row).High);
        double sum = root / Math.Sqrt(this.elimination.FactoredNorm(row));
        for (int column = row + 1; column <= this.width; column++)
        {
            sum += this.elimination.HasPivot[column]
                ? root * Math.Abs(this.unitHigh[(row * (this.width + 1)) + column]) / Math.Sqrt(this.elimination.FactoredNorm(column))
                : 0;
        }

        return sum;
    }
}
