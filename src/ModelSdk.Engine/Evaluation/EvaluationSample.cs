using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Evaluation;

/// <summary>The rows of an input that count: checked, with a positive weight each.</summary>
/// <param name="Truth">The label of each row.</param>
/// <param name="Scores">The scores of each row, rows one after another.</param>
/// <param name="Weights">The weight of each row, 1 where the input had none.</param>
internal sealed record EvaluationSample(double[] Truth, double[] Scores, double[] Weights)
{
    /// <summary>How many rows there are.</summary>
    public int Rows => this.Truth.Length;

    /// <summary>The sum of the weights.</summary>
    public double TotalWeight { get; } = NeumaierSum.Of(Weights);

    /// <summary>Checks an input and leaves out its rows of weight 0.</summary>
    /// <exception cref="ArgumentException">Lengths, classes or the positive index do not fit together, or a label is no class index.</exception>
    /// <exception cref="ModelBuildException">A prediction, label or weight is not a number that can be judged.</exception>
    public static EvaluationSample From(EvaluationInput input)
    {
        CheckShape(input);
        CheckScores(input);
        CheckTruth(input);
        CheckWeights(input);
        double[] weights = input.Weights ?? Enumerable.Repeat(1.0, input.Truth.Length).ToArray();
        return weights.Contains(0.0) ? Weighted(input, weights) : new(input.Truth, input.Scores, weights);
    }

    private static EvaluationSample Weighted(EvaluationInput input, double[] weights)
    {
        int width = input.ScoresPerRow;
        int[] rows = [.. Enumerable.Range(0, weights.Length).Where(row => weights[row] > 0)];
        return new(
            [.. rows.Select(row => input.Truth[row])],
            [.. rows.SelectMany(row => input.Scores.AsSpan(row * width, width).ToArray())],
            [.. rows.Select(row => weights[row])]);
    }

    private static void CheckShape(EvaluationInput input)
    {
        int classes = input.Classes.Count;
        bool classesFit = input.Task switch
        {
            ModelTask.Regression or ModelTask.Forecasting => true,
            ModelTask.BinaryClassification or ModelTask.AnomalyDetection => classes == 2 && input.PositiveIndex is 0 or 1 && double.IsFinite(input.Threshold),
            _ => classes >= 2,
        };
        if (!classesFit)
        {
            throw new ArgumentException($"{classes} classes, positive index {input.PositiveIndex} and threshold {input.Threshold} do not fit {input.Task}.", nameof(input));
        }

        if (input.Scores.Length != input.Truth.Length * input.ScoresPerRow || (input.Weights is { } weights && weights.Length != input.Truth.Length))
        {
            throw new ArgumentException("Labels, scores and weights are not of the same rows.", nameof(input));
        }
    }

    private static void CheckScores(EvaluationInput input)
    {
        int index = Array.FindIndex(input.Scores, score => !double.IsFinite(score));
        if (index >= 0)
        {
            string text = $"The model's prediction for test row {Row(index / input.ScoresPerRow)} is {Number(input.Scores[index])}, not a number that can be judged. "
                + "Look for features with extreme values in that row and in the training data.";
            throw new ModelBuildException(EvaluationDiagnostics.PredictionNotFinite, text, input.Location);
        }
    }

    private static void CheckTruth(EvaluationInput input)
    {
        int count = input.Classes.Count;
        bool regression = input.Task.PredictsNumber();
        int row = Array.FindIndex(input.Truth, label => regression ? !double.IsFinite(label) : !(label >= 0 && label < count && label == Math.Floor(label)));
        if (row >= 0 && !regression)
        {
            throw new ArgumentException($"The label {Number(input.Truth[row])} of row {Row(row)} is no index of {count} classes.", nameof(input));
        }

        if (row >= 0)
        {
            throw new ModelBuildException(
                EvaluationDiagnostics.RowNotJudgeable, $"The label of test row {Row(row)} is {Number(input.Truth[row])}; labels must be finite numbers.", input.Location);
        }
    }

    private static void CheckWeights(EvaluationInput input)
    {
        double[] weights = input.Weights ?? [];
        int row = Array.FindIndex(weights, weight => !(weight >= 0 && double.IsFinite(weight)));
        if (row >= 0)
        {
            throw new ModelBuildException(
                EvaluationDiagnostics.RowNotJudgeable, $"The weight of test row {Row(row)} is {Number(weights[row])}; weights must be finite and 0 or more.", input.Location);
        }

        if (weights.Length > 0 && Array.TrueForAll(weights, weight => weight == 0))
        {
            throw new ModelBuildException(EvaluationDiagnostics.RowNotJudgeable, $"The weights of all {weights.Length} test rows are 0.", input.Location);
        }
    }

    private static string Row(int row) => (row + 1).ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
