using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Evaluation;

/// <summary>How a model, and the naive predictor beside it, did on the test rows.</summary>
/// <param name="Task">The model's task.</param>
/// <param name="Rows">How many test rows were judged; those of weight 0 do not count.</param>
/// <param name="Metrics">The model's metrics.</param>
/// <param name="Naive">The same metrics of the naive predictor.</param>
public sealed record ModelEvaluation(ModelTask Task, int Rows, MetricValues Metrics, MetricValues Naive)
{
    /// <summary>The sum of the rows' weights; null where rows have none.</summary>
    public double? Weight { get; init; }

    /// <summary>Binary: the least score that counted as positive; otherwise null.</summary>
    public double? Threshold { get; init; }

    /// <summary>Binary: the name of the positive class; otherwise null.</summary>
    public string? PositiveClass { get; init; }

    /// <summary>SHA-256 over what chose the test rows: the data and the split; null for other rows.</summary>
    public string? RowsDigest { get; init; }

    /// <summary>How rows came to be judged that the shipped model was fitted to, for people: <c>5-fold cross-validation</c>; null where it was not.</summary>
    public string? Procedure { get; init; }

    /// <summary>The metrics of each fold; empty where there are none.</summary>
    public IReadOnlyList<MetricValues> Folds { get; init; } = [];

    /// <summary>Classification: what was predicted for which class; null for regression and without test rows.</summary>
    public ConfusionMatrix? Confusion { get; init; }
}
