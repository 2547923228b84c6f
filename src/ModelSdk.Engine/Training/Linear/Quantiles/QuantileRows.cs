using ModelSdk.Engine.Features;
using ModelSdk.Engine.Training.Linear.LeastSquares;
using ModelSdk.Engine.Training.Linear.Objectives;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.Quantiles;

/// <summary>
/// The rows of the linear program: those that count, and one for each coefficient, whose absolute value is twice the pinball loss of the median.
/// Their matrix is [constant + columns; identity].
/// </summary>
internal sealed class QuantileRows
{
    private readonly QuantileProblem problem;
    private readonly DesignBlocks blocks;
    private readonly double[] shifts;
    private readonly double[][] sums;
    private readonly CancellationToken cancellation;

    /// <summary>Creates the rows.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cancellation">Stops the work.</param>
    public QuantileRows(QuantileProblem problem, CancellationToken cancellation)
    {
        this.problem = problem;
        this.cancellation = cancellation;
        this.blocks = new DesignBlocks(problem.Data.Design);
        this.shifts = problem.Intercept ? new double[this.Width] : LinearParameters.Shifts(problem.Data.Columns);
        this.sums = [.. Enumerable.Range(0, OrderedBlocks.Slots).Select(_ => new double[this.Width + 1])];
        double[] weights = problem.Data.Weights ?? [.. Enumerable.Repeat(1.0, this.DataRows)];
        this.Bounds = [.. weights, .. Enumerable.Repeat(2 * problem.Penalty, this.Width)];
        (double mean, double deviation) = CountedLabels.Scale(problem.Data);
        this.Centre = problem.Intercept ? mean : 0;
        this.Unit = deviation > 0 ? deviation : 1;
        this.Labels = [.. problem.Data.Target.Select(label => (label - this.Centre) / this.Unit), .. new double[this.Width]];
    }

    /// <summary>The number of columns of the design.</summary>
    public int Width => this.problem.Data.Design.Width;

    /// <summary>The number of rows of the design.</summary>
    public int DataRows => this.problem.Data.Design.Rows;

    /// <summary>The number of all rows.</summary>
    public int Count => this.DataRows + this.Width;

    /// <summary>What is subtracted from labels.</summary>
    public double Centre { get; }

    /// <summary>What labels are divided by.</summary>
    public double Unit { get; }

    /// <summary>How much each row counts.</summary>
    public double[] Bounds { get; }

    /// <summary>Each row's label, centred and scaled.</summary>
    public double[] Labels { get; }

    /// <summary>The quantile of a row.</summary>
    /// <param name="row">A row.</param>
    public double Quantile(int row) => row < this.DataRows ? this.problem.Quantile : 0.5;

    /// <summary>What the parameters give for each row.</summary>
    /// <param name="parameters">The intercept, then the coefficients.</param>
    /// <param name="values">Gets one value a row.</param>
    public void Multiply(double[] parameters, double[] values)
    {
        ReadOnlySpan<double> coefficients = parameters.AsSpan(1);
        double intercept = this.problem.Intercept ? parameters[0] : EightLanes.Dot(coefficients, this.shifts);
        coefficients.CopyTo(values.AsSpan(this.DataRows));
        OrderedBlocks.Run(
            this.problem.Data.Design.BlockCount,
            this.problem.Data.MaximumThreads,
            (block, _) => this.blocks.Margins(block, parameters.AsSpan(1), intercept, this.Block(values, block)),
            _ => { },
            this.cancellation);
    }

    /// <summary>Σ value · row.</summary>
    /// <param name="values">One for each row.</param>
    /// <returns>For the constant, then for each column; 0 for a constant that does not take part.</returns>
    public double[] Sum(double[] values)
    {
        double[] total = new double[this.Width + 1];
        OrderedBlocks.Run(
            this.problem.Data.Design.BlockCount,
            this.problem.Data.MaximumThreads,
            (block, slot) =>
            {
                this.blocks.Sums(block, this.Block(values, block), this.sums[slot].AsSpan(1));
                this.sums[slot][0] = EightLanes.Sum(this.Block(values, block));
            },
            slot => EightLanes.AddScaled(1, this.sums[slot], total),
            this.cancellation);
        EightLanes.AddScaled(total[0], this.shifts, total.AsSpan(1));
        EightLanes.AddScaled(1, values.AsSpan(this.DataRows), total.AsSpan(1));
        total[0] = this.problem.Intercept ? total[0] : 0;
        return total;
    }

    /// <summary>The factors of Σ weight · row · row'.</summary>
    /// <param name="weights">One for each row, at least 0.</param>
    public Elimination Factorise(double[] weights)
    {
        // Sums in double cannot tell a smaller share of a column from rounding.
        const double Tolerance = 3e-8;
        LeastSquaresProblem least = new(this.problem.Data with { Weights = weights[..this.DataRows] }, this.problem.Intercept, 0);
        MomentMatrix matrix = MomentAccumulator.Compute(least.Data, StandardisedPanel.Of(least), new RoundedProducts(), this.cancellation);
        for (int column = 0; column < this.Width; column++)
        {
            matrix[column + 1, column + 1] += weights[this.DataRows + column];
        }

        return Elimination.Run(matrix, PivotOrder.Natural(matrix.Order), this.problem.Intercept, Tolerance, this.problem.Data.MaximumThreads, this.cancellation);
    }

    /// <summary>The objective at fitted values.</summary>
    /// <param name="fitted">One value a row.</param>
    public double Objective(double[] fitted)
    {
        double[] losses = new double[this.Count];
        for (int row = 0; row < losses.Length; row++)
        {
            double residual = this.Labels[row] - fitted[row];
            losses[row] = this.Bounds[row] * (residual > 0 ? this.Quantile(row) * residual : (this.Quantile(row) - 1) * residual);
        }

        return EightLanes.Sum(losses);
    }

    private Span<double> Block(double[] values, int block) =>
        values.AsSpan(block * DesignMatrix.RowsPerBlock, this.problem.Data.Design.RowsIn(block));
}
