using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Evaluation;

/// <summary>
/// The predictor that knows the training labels and no feature; a model has to be better to be worth anything. It predicts the training mean for
/// regression and the training class frequencies for classification.
/// </summary>
/// <param name="Task">The model's task.</param>
/// <param name="Values">Regression: the mean alone. Classification: the frequency of each class, in the contract's order; they sum to 1.</param>
public sealed record NaiveBaseline(ModelTask Task, IReadOnlyList<double> Values)
{
    /// <summary>Fits the baseline.</summary>
    /// <param name="task">The model's task.</param>
    /// <param name="labels">The labels of the training rows, never of test rows: values for regression, else class indices.</param>
    /// <param name="classCount">How many classes the contract has; not used for regression.</param>
    /// <param name="weights">A weight for each row, or null to weigh rows equally.</param>
    /// <exception cref="ArgumentException">There is no row with a positive weight, or the lengths differ.</exception>
    public static NaiveBaseline Fit(ModelTask task, ReadOnlySpan<double> labels, int classCount = 0, ReadOnlySpan<double> weights = default)
    {
        if (!weights.IsEmpty && weights.Length != labels.Length)
        {
            throw new ArgumentException("Labels and weights are not of the same rows.", nameof(weights));
        }

        bool regression = task.PredictsNumber();
        NeumaierSum total = default;
        NeumaierSum[] sums = new NeumaierSum[regression ? 1 : classCount];
        for (int row = 0; row < labels.Length; row++)
        {
            double weight = weights.IsEmpty ? 1 : weights[row];
            total.Add(weight);
            sums[regression ? 0 : (int)labels[row]].Add(regression ? weight * labels[row] : weight);
        }

        double divisor = total.Value;
        return divisor > 0
            ? new(task, [.. sums.Select(sum => sum.Value / divisor)])
            : throw new ArgumentException("No training row has a positive weight.", nameof(labels));
    }

    /// <summary>What the baseline predicts for the rows of an input, in the form of <see cref="EvaluationInput.Scores"/>.</summary>
    /// <param name="input">Test rows of the same task and classes.</param>
    /// <exception cref="ArgumentException">The input's positive class is none of its classes.</exception>
    internal double[] Predict(EvaluationInput input)
    {
        if (this.Task.HasTwoClasses() && input.PositiveIndex is not (0 or 1))
        {
            throw new ArgumentException($"The positive index {input.PositiveIndex} is not 0 or 1.", nameof(input));
        }

        double[] row = this.Task switch
        {
            ModelTask.BinaryClassification or ModelTask.AnomalyDetection => [this.Values[input.PositiveIndex]],
            _ => [.. this.Values],
        };
        double[] scores = new double[input.Truth.Length * row.Length];
        for (int index = 0; index < scores.Length; index++)
        {
            scores[index] = row[index % row.Length];
        }

        return scores;
    }
}
