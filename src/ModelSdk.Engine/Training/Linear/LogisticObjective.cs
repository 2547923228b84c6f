using ModelSdk.Engine.Features;
using ModelSdk.Engine.Training.Optimisation;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>
/// (Σ weight · −ln P(label) + ½ · L2 · Σ coefficient²) / Σ weight, with its gradient. Parameters: for each output the coefficients, then for each
/// output the intercept, which is not penalised. One output stands for P = sigmoid(margin) of the positive class, more for P = softmax(margins).
/// </summary>
internal sealed class LogisticObjective : IObjective
{
    private readonly TrainingData data;
    private readonly double penalty;
    private readonly bool intercept;
    private readonly double[] shifts;
    private readonly int outputs;
    private readonly int width;
    private readonly double totalWeight;
    private readonly double[][] gradients;
    private readonly double[] losses = new double[OrderedBlocks.Slots];
    private readonly CancellationToken cancellation;

    /// <summary>Creates the objective.</summary>
    /// <param name="data">Design, target and weights.</param>
    /// <param name="penalty">L2.</param>
    /// <param name="intercept">Whether there is an intercept; without it the columns are used as if their means had not been subtracted.</param>
    /// <param name="cancellation">Stops the evaluation.</param>
    public LogisticObjective(TrainingData data, double penalty, bool intercept, CancellationToken cancellation)
    {
        this.data = data;
        this.penalty = penalty;
        this.intercept = intercept;
        this.cancellation = cancellation;
        this.shifts = LinearParameters.Shifts(data.Columns);
        this.outputs = data.ClassCount == 2 ? 1 : data.ClassCount;
        this.width = data.Design.Width;
        this.totalWeight = data.Weights is null ? data.Design.Rows : EightLanes.Sum(data.Weights);
        this.gradients = [.. Enumerable.Range(0, Math.Min(OrderedBlocks.Slots, data.Design.BlockCount)).Select(_ => new double[this.Count])];
    }

    /// <inheritdoc/>
    public int Count => this.outputs * (this.width + 1);

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double[] point = [.. parameters];
        this.TieIntercepts(point);
        double[] sum = new double[this.Count];
        double loss = 0;
        OrderedBlocks.Run(
            this.data.Design.BlockCount,
            this.data.MaximumThreads,
            (block, slot) => this.EvaluateBlock(point, block, slot),
            slot =>
            {
                loss += this.losses[slot];
                EightLanes.AddScaled(1, this.gradients[slot], sum);
            },
            this.cancellation);
        return this.Finish(loss, sum, point, gradient);
    }

    /// <summary>The intercepts of a point, computed from its coefficients where the model goes through the origin.</summary>
    /// <param name="parameters">The point; its intercepts are replaced.</param>
    public void TieIntercepts(Span<double> parameters)
    {
        for (int output = 0; output < this.outputs && !this.intercept; output++)
        {
            parameters[(this.outputs * this.width) + output] = EightLanes.Dot(parameters.Slice(output * this.width, this.width), this.shifts);
        }
    }

    private void EvaluateBlock(double[] parameters, int block, int slot)
    {
        double[] gradient = this.gradients[slot];
        Array.Clear(gradient);
        double[] columns = new double[this.width];
        Span<double> margins = new double[this.outputs];
        double loss = 0;
        for (int row = 0; row < this.data.Design.RowsIn(block); row++)
        {
            int index = (block * DesignMatrix.RowsPerBlock) + row;
            this.data.Design.Expand(index, columns);
            double weight = this.data.Weight(index);
            this.Margins(parameters, columns, margins);
            loss += weight * (this.outputs == 1 ? BinaryResidual(margins, this.data.Target[index]) : MultinomialResiduals(margins, (int)this.data.Target[index]));
            for (int output = 0; output < this.outputs; output++)
            {
                double residual = weight * margins[output];
                EightLanes.AddScaled(residual, columns, gradient.AsSpan(output * this.width, this.width));
                gradient[(this.outputs * this.width) + output] += residual;
            }
        }

        this.losses[slot] = loss;
    }

    private void Margins(double[] parameters, ReadOnlySpan<double> columns, Span<double> margins)
    {
        for (int output = 0; output < this.outputs; output++)
        {
            margins[output] = EightLanes.Dot(parameters.AsSpan(output * this.width, this.width), columns) + parameters[(this.outputs * this.width) + output];
        }
    }

    // Replaces the margin by P − label and returns −ln P(label).
    private static double BinaryResidual(Span<double> margins, double target)
    {
        double margin = margins[0];
        margins[0] = DeterministicMath.Sigmoid(margin) - target;
        return DeterministicMath.Softplus(target == 1 ? -margin : margin);
    }

    // Replaces the margins by P − indicator of the label's class and returns −ln P(label).
    private static double MultinomialResiduals(Span<double> margins, int target)
    {
        double own = margins[target];
        double loss = DeterministicMath.LogSumExp(margins) - own;
        DeterministicMath.Softmax(margins);
        margins[target] -= 1;
        return loss;
    }

    private double Finish(double loss, double[] sum, double[] point, Span<double> gradient)
    {
        int coefficients = this.outputs * this.width;
        for (int output = 0; output < this.outputs && !this.intercept; output++)
        {
            EightLanes.AddScaled(sum[coefficients + output], this.shifts, sum.AsSpan(output * this.width, this.width));
            sum[coefficients + output] = 0;
        }

        ReadOnlySpan<double> penalised = point.AsSpan(0, coefficients);
        EightLanes.AddScaled(this.penalty, penalised, sum.AsSpan(0, coefficients));
        for (int index = 0; index < sum.Length; index++)
        {
            gradient[index] = sum[index] / this.totalWeight;
        }

        return (loss + (0.5 * this.penalty * EightLanes.Dot(penalised, penalised))) / this.totalWeight;
    }
}
