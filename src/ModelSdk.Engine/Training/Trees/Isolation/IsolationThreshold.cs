using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Decides from which score on a row counts as an anomaly.</summary>
/// <param name="data">The training rows.</param>
/// <param name="trees">The trees.</param>
internal sealed class IsolationThreshold(TrainingData data, IsolationNode[] trees)
{
    private const double AverageScore = 0.5;
    private const double LogarithmOfTwo = 0.6931471805599453;

    /// <summary>The threshold.</summary>
    /// <param name="contamination">The share of training rows that shall reach it, at least one row; 0 for 0.5, the score of an average row.</param>
    /// <param name="cancellation">Stops the work.</param>
    public double Of(double contamination, CancellationToken cancellation)
    {
        if (contamination == 0)
        {
            return AverageScore;
        }

        cancellation.ThrowIfCancellationRequested();
        double[] margins = new double[data.Design.Rows];
        RowBlocks.Run(margins.Length, Math.Max(1, data.MaximumThreads), (_, first, end) =>
        {
            for (int row = first; row < end; row++)
            {
                margins[row] = this.Margin(data.Design.DenseRow(row));
            }
        });
        Array.Sort(margins);
        int anomalies = Math.Max(1, (int)Math.Round(contamination * margins.Length));
        return DeterministicMath.Exp(-margins[anomalies - 1] * LogarithmOfTwo);
    }

    private double Margin(ReadOnlySpan<double> row)
    {
        double margin = 0;
        foreach (IsolationNode tree in trees)
        {
            IsolationNode node = tree;
            while (node.Column >= 0)
            {
                node = node.GoesLeft(row) ? node.Left! : node.Right!;
            }

            margin += node.Value;
        }

        return margin;
    }
}
