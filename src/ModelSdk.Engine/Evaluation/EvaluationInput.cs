using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Evaluation;

/// <summary>Test rows with what a model predicted for them.</summary>
/// <param name="Task">The model's task.</param>
/// <param name="Truth">The label of each row: its value for regression, else the index of its class in <see cref="Classes"/>.</param>
/// <param name="Scores">
/// What the model emitted, row by row. Regression: the prediction. Binary: the probability of the positive class. Multiclass: one probability for
/// each class, rows one after another, so that row r and class c stand at <c>r × classes + c</c>.
/// </param>
public sealed record EvaluationInput(ModelTask Task, double[] Truth, double[] Scores)
{
    /// <summary>A weight for each row, ≥ 0 and finite, not all 0; null to weigh rows equally. A row of weight 0 is as if it were absent.</summary>
    public double[]? Weights { get; init; }

    /// <summary>Binary: the least score that counts as positive (0.5).</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Classification: the names of the classes, in the contract's order; two for a binary task.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Binary: the index of the positive class in <see cref="Classes"/> (1).</summary>
    public int PositiveIndex { get; init; } = 1;

    /// <summary>Where to report rows that cannot be judged, usually the project.</summary>
    public SourceLocation Location { get; init; } = SourceLocation.None;

    /// <summary>How many scores a row has.</summary>
    internal int ScoresPerRow => this.Task == ModelTask.MulticlassClassification ? this.Classes.Count : 1;
}
