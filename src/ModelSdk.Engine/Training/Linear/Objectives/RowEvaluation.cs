using System.Buffers;
using ModelSdk.Engine.Features;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Linear.Objectives;

/// <summary>Losses and gradients of some rows, one row after the other.</summary>
internal sealed class RowEvaluation
{
    private readonly TrainingData data;
    private readonly RowLoss loss;
    private readonly int[] dense;
    private readonly bool isDense;

    /// <summary>Prepares.</summary>
    /// <param name="data">Design, target and weights.</param>
    /// <param name="loss">The loss of a row.</param>
    public RowEvaluation(TrainingData data, RowLoss loss)
    {
        this.data = data;
        this.loss = loss;
        this.dense = [.. data.Design.DenseColumns];
        this.isDense = data.Design.DenseWidth == data.Design.Width;
    }

    /// <summary>Evaluates rows.</summary>
    /// <param name="parameters">The point.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="gradient">Gets the weighted sum of gradients added.</param>
    /// <returns>The weighted sum of losses.</returns>
    public double Evaluate(double[] parameters, ReadOnlySpan<int> rows, double[] gradient)
    {
        int count = rows.Length;
        int outputs = this.loss.Outputs;
        double[] buffer = ArrayPool<double>.Shared.Rent((outputs + 3) * count);
        Span<double> margins = buffer.AsSpan(0, outputs * count);
        Span<double> losses = buffer.AsSpan(outputs * count, count);
        Span<double> targets = buffer.AsSpan((outputs + 1) * count, count);
        Span<double> weights = buffer.AsSpan((outputs + 2) * count, count);
        for (int index = 0; index < count; index++)
        {
            targets[index] = this.data.Target[rows[index]];
            weights[index] = this.data.Weight(rows[index]);
            this.SetMargins(parameters, rows[index], margins[index..], count);
        }

        this.loss.Evaluate(margins, targets, losses);
        double sum = WeightedRows.Apply(margins, losses, this.data.Weights is null ? [] : weights);
        for (int index = 0; index < count; index++)
        {
            this.AddGradient(margins[index..], count, rows[index], gradient);
        }

        ArrayPool<double>.Shared.Return(buffer);
        return sum;
    }

    private void SetMargins(double[] parameters, int row, Span<double> margins, int stride)
    {
        DesignMatrix design = this.data.Design;
        ReadOnlySpan<double> numbers = design.DenseRow(row);
        for (int output = 0; output < this.loss.Outputs; output++)
        {
            ReadOnlySpan<double> coefficients = parameters.AsSpan(output * design.Width, design.Width);
            double margin = parameters[(this.loss.Outputs * design.Width) + output];
            margin += this.isDense ? EightLanes.Dot(coefficients, numbers) : this.Dot(coefficients, numbers);
            foreach (int code in design.CodeRow(row))
            {
                margin += code >= 0 ? coefficients[code] : 0;
            }

            margins[output * stride] = margin;
        }
    }

    private double Dot(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> numbers)
    {
        double sum = 0;
        for (int index = 0; index < numbers.Length; index++)
        {
            sum += coefficients[this.dense[index]] * numbers[index];
        }

        return sum;
    }

    private void AddGradient(ReadOnlySpan<double> derivatives, int stride, int row, double[] gradient)
    {
        DesignMatrix design = this.data.Design;
        ReadOnlySpan<double> numbers = design.DenseRow(row);
        for (int output = 0; output < this.loss.Outputs; output++)
        {
            double derivative = derivatives[output * stride];
            Span<double> own = gradient.AsSpan(output * design.Width, design.Width);
            gradient[(this.loss.Outputs * design.Width) + output] += derivative;
            for (int index = 0; index < numbers.Length; index++)
            {
                own[this.dense[index]] += derivative * numbers[index];
            }

            foreach (int code in design.CodeRow(row))
            {
                if (code >= 0)
                {
                    own[code] += derivative;
                }
            }
        }
    }
}
