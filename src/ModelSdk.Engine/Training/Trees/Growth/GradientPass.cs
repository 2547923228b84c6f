using System.Runtime.Intrinsics;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Computes the gradients and hessians of all fitted rows and makes them whole numbers.</summary>
/// <param name="objective">The objective.</param>
/// <param name="fitted">How many rows, from the first, are fitted.</param>
/// <param name="threads">How many threads may work at a time.</param>
internal sealed class GradientPass(BoostingObjective objective, int fitted, int threads)
{
    private readonly double[] losses = new double[RowBlocks.Count(fitted)];
    private readonly double[] gradients = new double[RowBlocks.Count(fitted)];
    private readonly double[] hessians = new double[RowBlocks.Count(fitted)];

    /// <summary>Gradient and hessian of each fitted row, as whole numbers.</summary>
    public Vector128<long>[] Pairs { get; } = new Vector128<long>[fitted];

    /// <summary>What the whole numbers are worth.</summary>
    public FixedPoint Units { get; private set; }

    /// <summary>Whether the derivatives are finite, as they are not where margins have run away.</summary>
    public bool IsFinite { get; private set; }

    /// <summary>Computes the derivatives by one margin.</summary>
    /// <param name="output">The margin.</param>
    /// <param name="margins">The margins of all rows.</param>
    /// <returns>For margin 0 the weighted sum of the losses.</returns>
    public double Run(int output, double[] margins)
    {
        RowBlocks.Run(fitted, threads, (block, first, end) =>
        {
            this.losses[block] = objective.Differentiate(output, first, end, margins, this.Pairs);
            this.Measure(block, first, end);
        });
        double gradient = EightLanes.Sum(this.gradients);
        double hessian = EightLanes.Sum(this.hessians);
        this.IsFinite = double.IsFinite(gradient) && double.IsFinite(hessian);
        if (this.IsFinite)
        {
            this.Units = FixedPoint.For(fitted, gradient, hessian);
            RowBlocks.Run(fitted, threads, (_, first, end) => this.Units.Quantise(this.Pairs.AsSpan(first, end - first)));
        }

        return EightLanes.Sum(this.losses);
    }

    private void Measure(int block, int first, int end)
    {
        Vector128<double> sum = Vector128<double>.Zero;
        for (int row = first; row < end; row++)
        {
            sum += Vector128.Abs(this.Pairs[row].AsDouble());
        }

        this.gradients[block] = sum.GetElement(0);
        this.hessians[block] = sum.GetElement(1);
    }
}
