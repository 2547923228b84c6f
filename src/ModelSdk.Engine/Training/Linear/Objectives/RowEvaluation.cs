using System.Buffers;
using ModelSdk.Engine.Features;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>Losses and gradients of some rows, which are first copied side by side. For one thread.</summary>
internal sealed class RowEvaluation
{
    private readonly TrainingData data;
    private readonly RowLoss loss;
    private readonly int[] dense;
    private readonly double[] coefficients;
    private double[] values = [];
    private int[] codes = [];

    /// <summary>Prepares.</summary>
    /// <param name="data">Design, target and weights.</param>
    /// <param name="loss">The loss of a row.</param>
    public RowEvaluation(TrainingData data, RowLoss loss)
    {
        this.data = data;
        this.loss = loss;
        this.dense = [.. data.Design.DenseColumns];
        this.coefficients = new double[this.dense.Length];
    }

    private int Groups => this.data.Design.CodeCount;

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
        this.Gather(rows, targets, weights);
        for (int output = 0; output < outputs; output++)
        {
            this.SetMargins(parameters, output, margins.Slice(output * count, count));
        }

        this.loss.Evaluate(margins, targets, losses);
        double sum = WeightedRows.Apply(margins, losses, this.data.Weights is null ? [] : weights);
        for (int output = 0; output < outputs && gradient is not null; output++)
        {
            this.AddGradient(margins.Slice(output * count, count), output, gradient);
        }

        ArrayPool<double>.Shared.Return(buffer);
        return sum;
    }

    private void Gather(ReadOnlySpan<int> rows, Span<double> targets, Span<double> weights)
    {
        DesignMatrix design = this.data.Design;
        if (this.values.Length < rows.Length * this.dense.Length || this.codes.Length < rows.Length * this.Groups)
        {
            this.values = new double[rows.Length * this.dense.Length];
            this.codes = new int[rows.Length * this.Groups];
        }

        for (int index = 0; index < rows.Length; index++)
        {
            design.DenseRow(rows[index]).CopyTo(this.values.AsSpan(index * this.dense.Length));
            design.CodeRow(rows[index]).CopyTo(this.codes.AsSpan(index * this.Groups));
            targets[index] = this.data.Target[rows[index]];
            weights[index] = this.data.Weight(rows[index]);
        }
    }

    private void SetMargins(double[] parameters, int output, Span<double> margins)
    {
        int width = this.data.Design.Width;
        ReadOnlySpan<double> own = parameters.AsSpan(output * width, width);
        for (int index = 0; index < this.dense.Length; index++)
        {
            this.coefficients[index] = own[this.dense[index]];
        }

        margins.Fill(parameters[(this.loss.Outputs * width) + output]);
        DenseRows.AddMargins(this.values.AsSpan(0, margins.Length * this.dense.Length), this.coefficients, margins);
        ReadOnlySpan<int> rest = this.codes;
        for (int row = 0; row < margins.Length; row++, rest = rest[this.Groups..])
        {
            foreach (int code in rest[..this.Groups])
            {
                margins[row] += code >= 0 ? own[code] : 0;
            }
        }
    }

    private void AddGradient(ReadOnlySpan<double> derivatives, int output, double[] gradient)
    {
        int width = this.data.Design.Width;
        Span<double> own = gradient.AsSpan(output * width, width);
        Span<double> sums = this.coefficients;
        sums.Clear();
        DenseRows.AddSums(this.values.AsSpan(0, derivatives.Length * this.dense.Length), derivatives, sums);
        for (int index = 0; index < this.dense.Length; index++)
        {
            own[this.dense[index]] += sums[index];
        }

        ReadOnlySpan<int> rest = this.codes;
        for (int row = 0; row < derivatives.Length; row++, rest = rest[this.Groups..])
        {
            foreach (int code in rest[..this.Groups])
            {
                if (code >= 0)
                {
                    own[code] += derivatives[row];
                }
            }
        }

        gradient[(this.loss.Outputs * width) + output] += EightLanes.Sum(derivatives);
    }
}
