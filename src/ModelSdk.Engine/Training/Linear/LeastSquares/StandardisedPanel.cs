using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>The rows as the design holds them, standardised, which costs a rounding of each value; the label about its mean.</summary>
internal sealed class StandardisedPanel : RegressionPanel
{
    private readonly TrainingData data;
    private readonly double[] shifts;

    private StandardisedPanel(LeastSquaresProblem problem, Coordinates coordinates)
        : base(coordinates, problem.DenseColumns.Count + 2)
    {
        this.data = problem.Data;
        double[] all = LinearParameters.Shifts(problem.Data.Columns);
        this.shifts = problem.Intercept ? [] : [.. problem.DenseColumns.Select(column => all[column])];
    }

    /// <summary>Creates the panel.</summary>
    /// <param name="problem">The problem.</param>
    public static StandardisedPanel Of(LeastSquaresProblem problem)
    {
        double[] centres = [.. problem.Data.Columns.Select(column => problem.Intercept ? column.Mean : 0)];
        DoubleDouble[] factors = [.. problem.Data.Columns.Select(column => (DoubleDouble)1 / column.Scale)];
        double factor = LeastSquaresProblem.InversePowerOfTwo(problem.Target.Deviation);
        return new StandardisedPanel(problem, new Coordinates(centres, factors, problem.Intercept ? problem.Target.Mean : 0, factor));
    }

    /// <inheritdoc/>
    public override void Fill(int block, Span<double> values)
    {
        ReadOnlySpan<double> encoded = this.data.Design.Dense(block);
        int firstRow = block * DesignMatrix.RowsPerBlock;
        int width = this.Width - 2;
        for (int index = 0; index < this.data.Design.RowsIn(block); index++)
        {
            Span<double> row = values.Slice(index * this.Width, this.Width);
            row[0] = 1;
            encoded.Slice(index * width, width).CopyTo(row[1..]);
            for (int column = 0; column < this.shifts.Length; column++)
            {
                row[column + 1] += this.shifts[column];
            }

            row[^1] = (this.data.Target[firstRow + index] - this.Coordinates.TargetCentre) * this.Coordinates.TargetFactor;
        }
    }
}
