using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Tests.Engine.Training.Optimisation;

/// <summary>The mean over the rows of ½ Σ curvature · (parameter − row)², whose minimum is the mean of the rows.</summary>
internal sealed class Quadratic(double[] curvatures, params double[][] rows) : IBatchObjective
{
    public int Count => curvatures.Length;

    public int RowCount => rows.Length;

    public List<int[]> Batches { get; } = [];

    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient) => this.Sum(parameters, [.. Enumerable.Range(0, rows.Length)], gradient);

    public double EvaluateRows(ReadOnlySpan<double> parameters, ReadOnlySpan<int> chosen, Span<double> gradient)
    {
        this.Batches.Add(chosen.ToArray());
        return this.Sum(parameters, chosen, gradient);
    }

    public double EvaluateLoss(ReadOnlySpan<double> parameters, ReadOnlySpan<int> chosen) => this.Sum(parameters, chosen, new double[this.Count]);

    private double Sum(ReadOnlySpan<double> parameters, ReadOnlySpan<int> chosen, Span<double> gradient)
    {
        gradient.Clear();
        double value = 0;
        foreach (int row in chosen)
        {
            for (int index = 0; index < curvatures.Length; index++)
            {
                double residual = parameters[index] - rows[row][index];
                value += 0.5 * curvatures[index] * residual * residual / chosen.Length;
                gradient[index] += curvatures[index] * residual / chosen.Length;
            }
        }

        return value;
    }
}
