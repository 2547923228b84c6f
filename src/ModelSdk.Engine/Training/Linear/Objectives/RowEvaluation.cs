using System.Buffers;
using ModelSdk.Engine.Features;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>Losses and gradients of some rows, one row after the other. For one thread.</summary>
internal sealed class RowEvaluation
{
    private readonly TrainingData data;
    private readonly RowLoss loss;
    private readonly int[] dense;
    private readonly double[][] coefficients;
    private readonly double[][] sums;

    /// <summary>Prepares.</summary>
    /// <param name="data">Design, target and weights.</param>
    /// <param name="loss">The loss of a row.</param>
    public RowEvaluation(TrainingData data, RowLoss loss)
    {
        this.data = data;
        this.loss = loss;
        this.dense = [.. data.Design.DenseColumns];
        this.coefficients = [.. Enumerable.Range(0, loss.Outputs).Select(_ => new double[this.dense.Length])];
        this.sums = [.. Enumerable.Range(0, loss.Outputs).Select(_ => new double[this.dense.Length])];
    }

    /// <summary>Evaluates rows.</summary>
    /// <param name="parameters">The point.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="gradient">Gets the weighted sum of gradients added; null where nobody asks for it.</param>
    /// <returns>The weighted sum of losses.</returns>
    public double Evaluate(double[] parameters, ReadOnlySpan<int> rows, double[]? gradient)
    {
        int count = rows.Length;
        int outputs = this.loss.Outputs;
        double[] buffer = ArrayPool<double>.Shared.Rent((outputs + 3) * count);
        Span<double> margins = buffer.AsSpan(0, outputs * count);
        Span<double> losses = buffer.AsSpan(outputs * count, count);
        Span<double> targets = buffer.AsSpan((outputs + 1) * count, count);
        Span<double> weights = buffer.AsSpan((outputs + 2) * count, count);
        this.Gather(parameters);
        for (int index = 0; index < count; index++)
        {
            targets[index] = this.data.Target[rows[index]];
            weights[index] = this.data.Weight(rows[index]);
            this.SetMargins(parameters, rows[index], margins[index..], count);
        }

        this.loss.Evaluate(margins, targets, losses);
        double sum = WeightedRows.Apply(margins, losses, this.data.Weights is null ? [] : weights);
        if (gradient is not null)
        {
            this.AddGradient(margins, rows, gradient);
        }

        ArrayPool<double>.Shared.Return(buffer);
        return sum;
    }

    // The coefficients of numbers, side by side.
    private void Gather(double[] parameters)
    {
        for (int output = 0; output < this.coefficients.Length; output++)
        {
            int start = output * this.data.Design.Width;
            for (int index = 0; index < this.dense.Length; index++)
            {
                this.coefficients[output][index] = parameters[start + this.dense[index]];
            }
        }
    }

    private void SetMargins(double[] parameters, int row, Span<double> margins, int stride)
    {
        DesignMatrix design = this.data.Design;
        ReadOnlySpan<double> numbers = design.DenseRow(row);
        ReadOnlySpan<int> codes = design.CodeRow(row);
        for (int output = 0; output < this.loss.Outputs; output++)
        {
            double margin = parameters[(this.loss.Outputs * design.Width) + output] + EightLanes.Dot(this.coefficients[output], numbers);
            foreach (int code in codes)
            {
                margin += code >= 0 ? parameters[(output * design.Width) + code] : 0;
            }

            margins[output * stride] = margin;
        }
    }

    private void AddGradient(ReadOnlySpan<double> derivatives, ReadOnlySpan<int> rows, double[] gradient)
    {
        Array.ForEach(this.sums, Array.Clear);
        for (int index = 0; index < rows.Length; index++)
        {
            this.AddRow(derivatives[index..], rows.Length, rows[index], gradient);
        }

        for (int output = 0; output < this.sums.Length; output++)
        {
            int start = output * this.data.Design.Width;
            for (int index = 0; index < this.dense.Length; index++)
            {
                gradient[start + this.dense[index]] += this.sums[output][index];
            }
        }
    }

    private void AddRow(ReadOnlySpan<double> derivatives, int stride, int row, double[] gradient)
    {
        DesignMatrix design = this.data.Design;
        ReadOnlySpan<double> numbers = design.DenseRow(row);
        ReadOnlySpan<int> codes = design.CodeRow(row);
        for (int output = 0; output < this.sums.Length; output++)
        {
            double derivative = derivatives[output * stride];
            gradient[(this.loss.Outputs * design.Width) + output] += derivative;
            EightLanes.AddScaled(derivative, numbers, this.sums[output]);
            foreach (int code in codes)
            {
                if (code >= 0)
                {
                    gradient[(output * design.Width) + code] += derivative;
                }
            }
        }
    }
}
