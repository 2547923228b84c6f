using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>
/// The sum of squared residuals, in double-double, row by row: for fits so close that the difference of the label's and the prediction's squares
/// has lost its digits.
/// </summary>
internal sealed class ExactResiduals
{
    private readonly TrainingData data;
    private readonly RegressionPanel panel;
    private readonly DoubleDouble[] solution;
    private readonly int[] places;
    private readonly DoubleDouble[] sums;

    private ExactResiduals(LeastSquaresProblem problem, RegressionPanel panel, DoubleDouble[] solution)
    {
        this.data = problem.Data;
        this.panel = panel;
        this.solution = solution;
        this.places = [0, .. problem.DenseColumns.Select(column => column + 1)];
        this.sums = new DoubleDouble[OrderedBlocks.Slots];
    }

    /// <summary>Sums weight · residual².</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="panel">Its rows.</param>
    /// <param name="solution">The constant, then the columns of the design, in the panel's coordinates.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static double Sum(LeastSquaresProblem problem, RegressionPanel panel, DoubleDouble[] solution, CancellationToken cancellation)
    {
        ExactResiduals residuals = new(problem, panel, solution);
        DoubleDouble sum = 0;
        OrderedBlocks.Run(
            problem.Data.Design.BlockCount, problem.Data.MaximumThreads, residuals.Reduce, slot => sum += residuals.sums[slot], cancellation);
        return sum.ToDouble();
    }

    private void Reduce(int block, int slot)
    {
        int rows = this.data.Design.RowsIn(block);
        int first = block * DesignMatrix.RowsPerBlock;
        double[] values = new double[rows * this.panel.Width];
        this.panel.Fill(block, values);
        ReadOnlySpan<int> codes = this.data.Design.Codes(block);
        int groups = this.data.Design.CodeCount;
        DoubleDouble sum = 0;
        for (int row = 0; row < rows; row++)
        {
            DoubleDouble residual = this.Residual(values.AsSpan(row * this.panel.Width, this.panel.Width), codes.Slice(row * groups, groups));
            sum += residual * residual * this.data.Weight(first + row);
        }

        this.sums[slot] = sum;
    }

    private DoubleDouble Residual(ReadOnlySpan<double> values, ReadOnlySpan<int> codes)
    {
        DoubleDouble residual = values[^1];
        for (int index = 0; index < this.places.Length; index++)
        {
            residual -= this.solution[this.places[index]] * values[index];
        }

        foreach (int code in codes)
        {
            residual -= code >= 0 ? this.solution[code + 1] : 0;
        }

        return residual;
    }
}
