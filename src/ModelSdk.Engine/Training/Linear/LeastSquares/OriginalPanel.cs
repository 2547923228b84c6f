using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// The rows in original values, moved and multiplied by powers of two without a rounding: a value is moved only where the mean is more than
/// <see cref="FarFromZero"/> deviations away, since the difference of two doubles within a factor of two is exact (Sterbenz).
/// </summary>
internal sealed class OriginalPanel : RegressionPanel
{
    private const double FarFromZero = 16;

    private readonly double[][] originals;
    private readonly double[] centres;
    private readonly double[] factors;
    private readonly double[] target;

    private OriginalPanel(LeastSquaresProblem problem, Coordinates coordinates)
        : base(coordinates, problem.DenseColumns.Count + 2)
    {
        this.originals = [.. problem.DenseColumns.Select((column, index) => Originals(problem.Data, column, index))];
        this.centres = [.. problem.DenseColumns.Select(column => coordinates.Centres[column])];
        this.factors = [.. problem.DenseColumns.Select(column => coordinates.Factors[column].High)];
        this.target = problem.Data.Target;
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
    public override void Fill(int firstRow, int rows, Span<double> values)
    {
        int last = this.Width - 1;
        for (int index = 0; index < rows; index++)
        {
            values[index * this.Width] = 1;
            values[(index * this.Width) + last] = (this.target[firstRow + index] - this.Coordinates.TargetCentre) * this.Coordinates.TargetFactor;
        }

        for (int column = 0; column < this.originals.Length; column++)
        {
            ReadOnlySpan<double> source = this.originals[column].AsSpan(firstRow, rows);
            for (int index = 0; index < rows; index++)
            {
                values[(index * this.Width) + column + 1] = (source[index] - this.centres[column]) * this.factors[column];
            }
        }
    }

    private static double Centre(LeastSquaresProblem problem, double mean, double deviation) =>
        problem.Intercept && Math.Abs(mean) > FarFromZero * deviation ? mean : 0;

    private static double[] Originals(TrainingData data, int column, int dense)
    {
        if (data.OriginalValues is { } values)
        {
            return values(dense);
        }

        DesignColumn design = data.Columns[column];
        return [.. Enumerable.Range(0, data.Design.Rows).Select(row => (DoubleDouble.Product(data.Design.DenseRow(row)[dense], design.Scale) + design.Mean).ToDouble())];
    }
}
