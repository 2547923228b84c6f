using ModelSdk.Engine.Features;
using ModelSdk.Engine.Training.Linear.Objectives;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>One step of iterative refinement by the residuals of all rows.</summary>
internal sealed class ResidualCorrection
{
    private readonly LeastSquaresProblem problem;
    private readonly Coordinates coordinates;
    private readonly DesignBlocks blocks;
    private readonly double[] shifts;
    private readonly CancellationToken cancellation;
    private readonly double[][] gradients;
    private readonly double[] squares;

    /// <summary>Creates the step.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="coordinates">Those of <see cref="StandardisedPanel"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ResidualCorrection(LeastSquaresProblem problem, Coordinates coordinates, CancellationToken cancellation)
    {
        this.problem = problem;
        this.coordinates = coordinates;
        this.blocks = new DesignBlocks(problem.Data.Design);
        this.shifts = problem.Intercept ? new double[problem.Width] : LinearParameters.Shifts(problem.Data.Columns);
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

        DoubleDouble unit = this.coordinates.Factors[place - 1] * this.problem.Data.Columns[place - 1].Scale;
        return unit * unit * this.problem.Penalty * solution[place];
    }

    private void Reduce(int block, int slot, double[] solution)
    {
        TrainingData data = this.problem.Data;
        int first = block * DesignMatrix.RowsPerBlock;
        Span<double> residuals = new double[data.Design.RowsIn(block)];
        this.blocks.Margins(block, solution.AsSpan(1), solution[0] + EightLanes.Dot(solution.AsSpan(1), this.shifts), residuals);
        double sum = 0;
        for (int row = 0; row < residuals.Length; row++)
        {
            double residual = ((data.Target[first + row] - this.coordinates.TargetCentre) * this.coordinates.TargetFactor) - residuals[row];
            residuals[row] = data.Weight(first + row) * residual;
            sum += residuals[row] * residual;
        }

        double[] gradient = this.gradients[slot];
        this.blocks.Sums(block, residuals, gradient.AsSpan(1));
        gradient[0] = EightLanes.Sum(residuals);
        EightLanes.AddScaled(gradient[0], this.shifts, gradient.AsSpan(1));
        this.squares[slot] = sum;
    }
}
