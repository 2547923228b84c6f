using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// What the leaves of a forest average: a number; the share of the positive class; the share of each class among many. A row adds to one output:
/// its class, or the only one.
/// </summary>
/// <param name="data">Task and target.</param>
/// <param name="weights">The rows' weights; null where all are 1.</param>
internal sealed class ForestTarget(TrainingData data, double[]? weights)
{
    /// <summary>Whether a row's output is its class.</summary>
    public bool HasManyClasses { get; } = data.Task == ModelTask.MulticlassClassification;

    /// <summary>Whether outputs are shares of classes.</summary>
    public bool HasClasses { get; } = data.Task != ModelTask.Regression;

    /// <summary>How many outputs there are.</summary>
    public int OutputCount { get; } = data.Task == ModelTask.MulticlassClassification ? data.ClassCount : 1;

    /// <summary>The number of rows.</summary>
    public int Rows => data.Target.Length;

    /// <summary>The output that a row adds to.</summary>
    public int Output(int row) => this.HasManyClasses ? (int)data.Target[row] : 0;

    /// <summary>What it adds.</summary>
    public double Value(int row) => this.HasManyClasses ? 1 : data.Target[row];

    /// <summary>How much the row counts.</summary>
    public double Weight(int row) => weights is null ? 1 : weights[row];

    /// <summary>The label.</summary>
    public double Label(int row) => data.Target[row];
}
