using System.Numerics;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Training.Optimisation;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>
/// Σ weight · loss(margins) / Σ weight + ½ · penalty · Σ coefficient², where margins are linear in the columns. Parameters: for each output the
/// coefficients, then for each output the intercept, which is not penalised.
/// </summary>
internal sealed class LinearObjective : IBatchObjective
{
    private readonly LinearModelShape shape;
    private readonly DesignMatrix design;
    private readonly double[] shifts;
    private readonly double totalWeight;
    private readonly int threads;
    private readonly CancellationToken cancellation;
    private readonly BlockEvaluation blocks;
    private readonly RowEvaluation rows;

    /// <summary>Creates the objective.</summary>
    /// <param name="data">Design, target and weights.</param>
    /// <param name="loss">The loss of a row.</param>
    /// <param name="penalty">The weight of half the squared coefficients beside the mean loss.</param>
    /// <param name="intercept">Whether there is an intercept; without it the columns are used as if their means had not been subtracted.</param>
    /// <param name="cancellation">Stops the evaluation.</param>
    public LinearObjective(TrainingData data, RowLoss loss, double penalty, bool intercept, CancellationToken cancellation)
    {
        this.shape = new LinearModelShape(data.Design.Width, loss.Outputs, intercept);
        this.Penalty = penalty;
        this.shifts = LinearParameters.Shifts(data.Columns);
        this.design = data.Design;
        this.RowCount = data.Design.Rows;
        this.totalWeight = data.Weights is null ? data.Design.Rows : EightLanes.Sum(data.Weights);
        this.threads = data.MaximumThreads;
        this.cancellation = cancellation;
        this.blocks = new BlockEvaluation(data, loss);
        this.rows = new RowEvaluation(data, loss);
    }

    /// <inheritdoc/>
    public int Count => this.shape.ParameterCount;

    /// <inheritdoc/>
    public int RowCount { get; }

    /// <summary>The weight of half the squared coefficients beside the mean loss.</summary>
    public double Penalty { get; }

    /// <summary>The sum of all rows' weights.</summary>
    public double TotalWeight => this.totalWeight;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double[] point = this.TiedPoint(parameters);
        double[] sum = new double[this.Count];
        double loss = 0;
        OrderedBlocks.Run(
            this.blocks.Count,
            this.threads,
            (block, slot) => this.blocks.Evaluate(point, block, slot),
            slot =>
            {
                loss += this.blocks.Losses[slot];
                EightLanes.AddScaled(1, this.blocks.Gradients[slot], sum);
            },
            this.cancellation);
        return this.Finish(loss, this.totalWeight, sum, point, gradient);
    }

    /// <inheritdoc/>
    public double EvaluateRows(ReadOnlySpan<double> parameters, ReadOnlySpan<int> rows, Span<double> gradient)
    {
        double[] point = this.TiedPoint(parameters);
        double[] sum = new double[this.Count];
        double loss = this.Loss(point, rows, sum);
        return this.Finish(loss, rows.Length * (this.totalWeight / this.RowCount), sum, point, gradient);
    }

    /// <inheritdoc/>
    public double EvaluateLoss(ReadOnlySpan<double> parameters, ReadOnlySpan<int> rows) =>
        this.Loss(this.TiedPoint(parameters), rows, null) / (rows.Length * (this.totalWeight / this.RowCount));

    /// <inheritdoc/>
    public void Hold(IReadOnlyCollection<int> blocks) => this.design.Hold(blocks, this.threads);

    /// <summary>The intercepts of a point, computed from its coefficients where the model goes through the origin.</summary>
    /// <param name="parameters">The point; its intercepts are replaced.</param>
    public void TieIntercepts(Span<double> parameters)
    {
        for (int output = 0; output < this.shape.Outputs && !this.shape.Intercept; output++)
        {
            parameters[this.shape.InterceptPlace(output)] = EightLanes.Dot(this.shape.Coefficients(parameters, output), this.shifts);
        }
    }

    private double Loss(double[] point, ReadOnlySpan<int> rows, double[]? gradient)
    {
        double loss = 0;
        for (int start = 0; start < rows.Length; start += DesignMatrix.RowsPerBlock)
        {
            this.cancellation.ThrowIfCancellationRequested();
            loss += this.rows.Evaluate(point, rows.Slice(start, Math.Min(DesignMatrix.RowsPerBlock, rows.Length - start)), gradient);
        }

        return loss;
    }

    private double[] TiedPoint(ReadOnlySpan<double> parameters)
    {
        double[] point = parameters.ToArray();
        this.TieIntercepts(point);
        return point;
    }

    private double Finish(double loss, double weight, double[] sum, double[] point, Span<double> gradient)
    {
        for (int output = 0; output < this.shape.Outputs && !this.shape.Intercept; output++)
        {
            EightLanes.AddScaled(sum[this.shape.InterceptPlace(output)], this.shifts, this.shape.Coefficients(sum, output));
            sum[this.shape.InterceptPlace(output)] = 0;
        }

        int place = 0;
        for (; place <= sum.Length - Vector<double>.Count; place += Vector<double>.Count)
        {
            (new Vector<double>(sum, place) / new Vector<double>(weight)).CopyTo(gradient[place..]);
        }

        for (; place < sum.Length; place++)
        {
            gradient[place] = sum[place] / weight;
        }

        ReadOnlySpan<double> penalised = point.AsSpan(0, this.shape.CoefficientCount);
        EightLanes.AddScaled(this.Penalty, penalised, gradient[..this.shape.CoefficientCount]);
        return (loss / weight) + (0.5 * this.Penalty * EightLanes.Dot(penalised, penalised));
    }
}
