using ModelSdk.Engine.Features;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>One step of iterative refinement by the residuals of all rows.</summary>
internal sealed class ResidualCorrection
{
    private readonly LeastSquaresProblem problem;
    private readonly RegressionPanel panel;
    private readonly CancellationToken cancellation;
    private readonly double[][] gradients;
    private readonly double[] squares;

    /// <summary>Creates the step.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="panel">Its rows.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ResidualCorrection(LeastSquaresProblem problem, RegressionPanel panel, CancellationToken cancellation)
    {
        this.problem = problem;
        this.panel = panel;
        this.cancellation = cancellation;
        int slots = Math.Min(OrderedBlocks.Slots, problem.Data.Design.BlockCount);
        this.gradients = [.. Enumerable.Range(0, slots).Select(_ => new double[problem.Width + 1])];
        this.squares = new double[slots];
    }

    /// <summary>Corrects a solution.</summary>
    /// <param name="elimination">The factors of the moments.</param>
    /// <param name="solution">The constant, then the columns of the design; corrected.</param>
    /// <returns>The weighted sum of squared residuals after the correction.</returns>
    public double Apply(Elimination elimination, DoubleDouble[] solution)
    {
        double[] rounded = [.. solution.Select(value => value.ToDouble())];
        double[] gradient = new double[rounded.Length];
        double sum = 0;
        void Combine(int slot)
        {
            EightLanes.AddScaled(1, this.gradients[slot], gradient);
            sum += this.squares[slot];
        }

        OrderedBlocks.Run(
            this.problem.Data.Design.BlockCount, this.problem.Data.MaximumThreads, (block, slot) => this.Reduce(block, slot, rounded), Combine, this.cancellation);
        DoubleDouble[] step = [.. gradient.Select((value, place) => (DoubleDouble)value - this.Shrinkage(place, rounded))];
        new NormalEquations(elimination).Solve(step);
        for (int place = 0; place < step.Length; place++)
        {
            solution[place] = step[place] + rounded[place];
            sum -= step[place].High * gradient[place];
        }

        return Math.Max(0, sum);
    }

    private DoubleDouble Shrinkage(int place, double[] solution)
    {
        if (place == 0)
        {
            return 0;
        }

        DoubleDouble unit = this.panel.Coordinates.Factors[place - 1] * this.problem.Data.Columns[place - 1].Scale;
        return unit * unit * this.problem.Penalty * solution[place];
    }

    private void Reduce(int block, int slot, double[] solution)
    {
        DesignMatrix design = this.problem.Data.Design;
        int rows = design.RowsIn(block);
        int first = block * DesignMatrix.RowsPerBlock;
        int width = this.panel.Width;
        double[] values = new double[rows * width];
        this.panel.Fill(first, rows, values);
        double[] gradient = this.gradients[slot];
        Array.Clear(gradient);
        double[] dense = [solution[0], .. this.problem.DenseColumns.Select(column => solution[column + 1])];
        double[] denseGradient = new double[dense.Length];
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<double> numbers = values.AsSpan(row * width, width - 1);
            double residual = values[(row * width) + width - 1] - EightLanes.Dot(dense, numbers) - Indicated(design.CodeRow(first + row), solution);
            double weighted = this.problem.Data.Weight(first + row) * residual;
            sum += weighted * residual;
            EightLanes.AddScaled(weighted, numbers, denseGradient);
            AddIndicated(design.CodeRow(first + row), weighted, gradient);
        }

        this.Spread(denseGradient, gradient);
        this.squares[slot] = sum;
    }

    private void Spread(double[] denseGradient, double[] gradient)
    {
        gradient[0] = denseGradient[0];
        for (int index = 1; index < denseGradient.Length; index++)
        {
            gradient[this.problem.DenseColumns[index - 1] + 1] = denseGradient[index];
        }
    }

    private static double Indicated(ReadOnlySpan<int> codes, double[] solution)
    {
        double sum = 0;
        foreach (int code in codes)
        {
            sum += code >= 0 ? solution[code + 1] : 0;
        }

        return sum;
    }

    private static void AddIndicated(ReadOnlySpan<int> codes, double weighted, double[] gradient)
    {
        foreach (int code in codes)
        {
            if (code >= 0)
            {
                gradient[code + 1] += weighted;
            }
        }
    }
}
