using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
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

    /// <summary>
    /// Forecasts: for each row the mean absolute error of the seasonal naive forecast in the training rows of its series, in whose units
    /// <c>Mase</c> measures; NaN or 0 where it is not known. Null: <c>Mase</c> is undefined.
    /// </summary>
    public double[]? NaiveErrors { get; init; }

    /// <summary>Where to report rows that cannot be judged, usually the project.</summary>
    public SourceLocation Location { get; init; } = SourceLocation.None;

    /// <summary>The input for rows of a table.</summary>
    /// <param name="table">Rows that fit the contract.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="contract">Names label, weight and classes.</param>
    /// <param name="scores">What a model emitted for these rows.</param>
    /// <param name="threshold">Two classes: the least score that counts as positive.</param>
    /// <param name="location">Where to report rows that cannot be judged.</param>
    public static EvaluationInput Of(DataTable table, int[] rows, ModelContract contract, double[] scores, double threshold, SourceLocation location) =>
        new(contract.Task, ClassLabels.Truth(table, contract, rows), scores)
        {
            Weights = table.Weights(contract, rows),
            Threshold = threshold,
            Classes = contract.Label.Classes,
            PositiveIndex = contract.Label.Positive is { } positive ? contract.Label.Classes.ToList().IndexOf(positive) : 1,
            Location = location,
        };

    /// <summary>How many scores a row has.</summary>
    internal int ScoresPerRow => this.Task == ModelTask.MulticlassClassification ? this.Classes.Count : 1;
}
