using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Networks;

/// <summary>The training rows as a network sees them: a regression's target is standardised, and classes may be balanced.</summary>
internal sealed class NetworkProblem
{
    // A class without weight would begin at minus infinity.
    private const double LeastShare = 1e-6;

    /// <summary>Prepares the rows.</summary>
    /// <param name="data">The training rows.</param>
    /// <param name="balanced">Whether every class counts alike in sum.</param>
    public NetworkProblem(TrainingData data, bool balanced)
    {
        this.Data = data;
        this.AllRows = [.. Enumerable.Range(0, data.Design.Rows)];
        this.Weights = (balanced ? ClassWeights.Balance(data) : data.Weights) ?? [.. Enumerable.Repeat(1.0, data.Design.Rows)];
        this.TotalWeight = EightLanes.Sum(this.Weights);
        this.Targets = data.Target;
        if (data.Task == ModelTask.Regression)
        {
            this.Center = EightLanes.Dot(this.Weights, data.Target) / this.TotalWeight;
            this.Spread = this.Deviation();
            this.Targets = [.. data.Target.Select(target => (target - this.Center) / this.Spread)];
        }
    }

    /// <summary>The training rows.</summary>
    public TrainingData Data { get; }

    /// <summary>Every row, ascending.</summary>
    public int[] AllRows { get; }

    /// <summary>What the margins are fitted to.</summary>
    public double[] Targets { get; }

    /// <summary>How much each row counts.</summary>
    public double[] Weights { get; }

    /// <summary>The sum of the weights.</summary>
    public double TotalWeight { get; }

    /// <summary>The mean of the weights.</summary>
    public double MeanWeight => this.TotalWeight / this.Data.Design.Rows;

    /// <summary>The weighted mean of a regression's label; 0 for classes.</summary>
    public double Center { get; }

    /// <summary>The weighted standard deviation of a regression's label, 1 where that is 0; 1 for classes.</summary>
    public double Spread { get; } = 1;

    /// <summary>The number of margins.</summary>
    public int Outputs => this.Data.Task == ModelTask.MulticlassClassification ? this.Data.ClassCount : 1;

    /// <summary>The margins of the naive predictor: 0 for a standardised label, for classes the logarithms of their shares, or the log-odds where there are two.</summary>
    public double[] NaiveMargins()
    {
        if (this.Data.Task == ModelTask.Regression)
        {
            return [0];
        }

        double[] sums = this.ClassSums();
        double[] logarithms = [.. sums.Select(sum => DeterministicMath.Log(Math.Max(sum / this.TotalWeight, LeastShare)))];
        return this.Outputs == 1 ? [logarithms[1] - logarithms[0]] : logarithms;
    }

    /// <summary>About how many multiplications a row costs.</summary>
    /// <param name="shape">The network.</param>
    public long WorkPerRow(NetworkShape shape)
    {
        long first = (this.Data.Design.DenseWidth + this.Data.Design.CodeCount) * (long)shape.Layers[0].Width;
        return 3 * (first + shape.Layers.Skip(1).Sum(layer => layer.Inputs * (long)layer.Width));
    }

    private double[] ClassSums()
    {
        double[] sums = new double[Math.Max(2, this.Data.ClassCount)];
        foreach (int row in this.AllRows)
        {
            sums[(int)this.Data.Target[row]] += this.Weights[row];
        }

        return sums;
    }

    private double Deviation()
    {
        double[] residuals = [.. this.Data.Target.Select(target => target - this.Center)];
        double[] weighted = [.. residuals.Select((residual, row) => residual * this.Weights[row])];
        double deviation = Math.Sqrt(EightLanes.Dot(weighted, residuals) / this.TotalWeight);
        return deviation > 0 && double.IsFinite(deviation) ? deviation : 1;
    }
}
