using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Runtime;

namespace ModelSdk.Engine.Evaluation;

/// <summary>Judges predictions. Sums run in the order of the rows, so that equal inputs give equal bits.</summary>
public static class Evaluator
{
    /// <summary>
    /// A number that changes whenever the same predictions could get other metrics; part of the evaluation's key.
    /// </summary>
    public const int Revision = 1;

    /// <summary>Computes every metric of the task, for the model and for the naive predictor.</summary>
    /// <param name="input">The test rows and the model's predictions; without rows every metric is undefined.</param>
    /// <param name="naive">The naive predictor, fitted on the training rows.</param>
    /// <exception cref="ArgumentException">The input does not fit together, or the baseline is of another task.</exception>
    /// <exception cref="ModelBuildException">A prediction, label or weight is not a number that can be judged.</exception>
    public static ModelEvaluation Evaluate(EvaluationInput input, NaiveBaseline naive)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(naive);
        int values = input.Task.PredictsNumber() ? 1 : input.Classes.Count;
        if (naive.Task != input.Task || naive.Values.Count != values)
        {
            throw new ArgumentException($"A naive predictor of {naive.Task} with {naive.Values.Count} values does not fit {input.Task}.", nameof(naive));
        }

        return Evaluate(input, naive.Predict(input));
    }

    /// <summary>Computes every metric of the task, for the model and for another predictor of the same rows.</summary>
    /// <param name="input">The test rows and the model's predictions.</param>
    /// <param name="naiveScores">The naive predictor's predictions, in the form of <see cref="EvaluationInput.Scores"/>.</param>
    /// <exception cref="ArgumentException">The input does not fit together.</exception>
    /// <exception cref="ModelBuildException">A prediction, label or weight is not a number that can be judged.</exception>
    public static ModelEvaluation Evaluate(EvaluationInput input, double[] naiveScores)
    {
        EvaluationSample sample = EvaluationSample.From(input);
        EvaluationSample naiveSample = EvaluationSample.From(input with { Scores = naiveScores });
        bool binary = input.Task.HasTwoClasses();
        ConfusionMatrix? confusion = Confusion(input, sample);
        return new(input.Task, sample.Rows, Metrics(input, sample, confusion), Metrics(input, naiveSample, Confusion(input, naiveSample)))
        {
            Weight = input.Weights is null ? null : sample.TotalWeight,
            Threshold = binary ? input.Threshold : null,
            PositiveClass = binary ? input.Classes[input.PositiveIndex] : null,
            Confusion = confusion,
        };
    }

    /// <summary>Computes every metric of the task for the model alone.</summary>
    /// <param name="input">The test rows and the model's predictions.</param>
    /// <exception cref="ModelBuildException">A prediction, label or weight is not a number that can be judged.</exception>
    public static MetricValues Metrics(EvaluationInput input)
    {
        EvaluationSample sample = EvaluationSample.From(input);
        return Metrics(input, sample, Confusion(input, sample));
    }

    private static MetricValues Metrics(EvaluationInput input, EvaluationSample sample, ConfusionMatrix? confusion)
    {
        MetricCollector collector = new();
        if (sample.Rows == 0)
        {
            foreach (MetricDefinition metric in MetricCatalog.For(input.Task))
            {
                collector.AddUndefined(metric, "there are no test rows");
            }
        }
        else if (confusion is null)
        {
            RegressionMetrics.Collect(sample, collector);
            if (input.Task == ModelTask.Forecasting)
            {
                ForecastMetrics.Collect(sample, input.NaiveErrors, collector);
            }
        }
        else
        {
            CollectClassification(input, sample, confusion, collector);
        }

        return collector.Build(input.Task);
    }

    private static void CollectClassification(EvaluationInput input, EvaluationSample sample, ConfusionMatrix confusion, MetricCollector collector)
    {
        DecisionMetrics.CollectCommon(confusion, collector);
        if (input.Task.HasTwoClasses())
        {
            DecisionMetrics.CollectBinary(confusion, input.PositiveIndex, collector);
            RankingMetrics.Collect(sample, input.PositiveIndex, collector);
            ProbabilityMetrics.CollectBinary(sample, input.PositiveIndex, collector);
        }
        else
        {
            DecisionMetrics.CollectMulticlass(confusion, collector);
            ProbabilityMetrics.CollectMulticlass(sample, input.Classes.Count, collector);
        }
    }

    private static ConfusionMatrix? Confusion(EvaluationInput input, EvaluationSample sample)
    {
        if (input.Task.PredictsNumber() || sample.Rows == 0)
        {
            return null;
        }

        int[] predicted = new int[sample.Rows];
        for (int row = 0; row < predicted.Length; row++)
        {
            predicted[row] = input.Task.HasTwoClasses()
                ? (sample.Scores[row] >= input.Threshold ? input.PositiveIndex : 1 - input.PositiveIndex)
                : PredictionModel.PredictedClass(sample.Scores.AsSpan(row * input.Classes.Count, input.Classes.Count));
        }

        return ConfusionMatrix.Count(input.Classes, sample.Truth, predicted, sample.Weights);
    }
}
