using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// The rows in original values, moved and multiplied by powers of two without a rounding: a value is moved only where the mean is more than
/// <see cref="FarFromZero"/> deviations away, since the difference of two doubles within a factor of two is exact (Sterbenz).
/// </summary>
internal sealed class OriginalPanel : RegressionPanel
{
    private const double FarFromZero = 16;

    private readonly TrainingData data;
    private readonly double[] centres;
    private readonly double[] factors;

    private OriginalPanel(LeastSquaresProblem problem, Coordinates coordinates)
        : base(coordinates, problem.DenseColumns.Count + 2)
    {
        this.data = problem.Data;
        this.centres = [.. problem.DenseColumns.Select(column => coordinates.Centres[column])];
        this.factors = [.. problem.DenseColumns.Select(column => coordinates.Factors[column].High)];
    }

    /// <summary>Creates the panel.</summary>
    /// <param name="problem">The problem.</param>
    public static OriginalPanel Of(LeastSquaresProblem problem)
    {
        double[] centres = [.. problem.Data.Columns.Select(column => Centre(problem, column.Mean, column.Scale))];
        DoubleDouble[] factors = [.. problem.Data.Columns.Select(column => (DoubleDouble)LeastSquaresProblem.InversePowerOfTwo(column.Scale))];
        (double mean, double deviation) = problem.Target;
        double factor = LeastSquaresProblem.InversePowerOfTwo(deviation);
        return new OriginalPanel(problem, new Coordinates(centres, factors, Centre(problem, mean, deviation), factor));
    }

    /// <inheritdoc/>
    public override void Fill(int block, Span<double> values)
    {
        int width = this.centres.Length;
        int firstRow = block * DesignMatrix.RowsPerBlock;
        double[] originals = this.Originals(block);
        for (int index = 0; index < this.data.Design.RowsIn(block); index++)
        {
            Span<double> row = values.Slice(index * this.Width, this.Width);
            row[0] = 1;
            for (int column = 0; column < width; column++)
            {
                row[column + 1] = (originals[(index * width) + column] - this.centres[column]) * this.factors[column];
            }

            row[^1] = (this.data.Target[firstRow + index] - this.Coordinates.TargetCentre) * this.Coordinates.TargetFactor;
        }
    }

    private static double Centre(LeastSquaresProblem problem, double mean, double deviation) =>
        problem.Intercept && Math.Abs(mean) > FarFromZero * deviation ? mean : 0;

    private double[] Originals(int block)
    {
        ReadOnlySpan<double> encoded = this.data.Design.Dense(block);
        double[] values = new double[encoded.Length];
        if (this.data.ReadOriginals is { } read)
        {
            read(block, values);
            return values;
        }

        for (int place = 0; place < values.Length; place++)
        {
            DesignColumn column = this.data.Columns[this.data.Design.DenseColumns[place % this.centres.Length]];
            values[place] = (DoubleDouble.Product(encoded[place], column.Scale) + column.Mean).ToDouble();
        }

        return values;
    }
}
