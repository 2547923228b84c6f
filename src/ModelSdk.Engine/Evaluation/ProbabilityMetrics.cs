using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Evaluation;

/// <summary>Metrics of predicted probabilities; scikit-learn's <c>log_loss</c> and <c>brier_score_loss</c>.</summary>
internal static class ProbabilityMetrics
{
    /// <summary>The spacing of 64-bit floats at 1, 2⁻⁵²: the distance that log loss keeps from 0 and 1, so that one certain mistake is not infinite.</summary>
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>How far the probabilities of a row may be from summing to 1.</summary>
    private const double SumTolerance = 1e-6;

    private const string NotProbabilities = "the model's scores are not probabilities";

    /// <summary>Adds both metrics of a binary sample.</summary>
    public static void CollectBinary(EvaluationSample sample, int positive, MetricCollector collector)
    {
        if (!Array.TrueForAll(sample.Scores, score => score is >= 0 and <= 1))
        {
            collector.AddUndefined(MetricCatalog.LogLoss, NotProbabilities);
            collector.AddUndefined(MetricCatalog.BrierScore, NotProbabilities);
            return;
        }

        NeumaierSum loss = default, brier = default;
        for (int row = 0; row < sample.Rows; row++)
        {
            bool isPositive = (int)sample.Truth[row] == positive;
            double score = sample.Scores[row];
            double difference = score - (isPositive ? 1 : 0);
            brier.Add(sample.Weights[row] * (difference * difference));
            double clipped = Clip(score);
            loss.Add(sample.Weights[row] * -DeterministicMath.Log(isPositive ? clipped : 1 - clipped));
        }

        collector.Add(MetricCatalog.LogLoss, loss.Value / sample.TotalWeight);
        collector.Add(MetricCatalog.BrierScore, brier.Value / sample.TotalWeight);
    }

    /// <summary>Adds the log loss of a multiclass sample.</summary>
    public static void CollectMulticlass(EvaluationSample sample, int classes, MetricCollector collector)
    {
        NeumaierSum loss = default;
        for (int row = 0; row < sample.Rows; row++)
        {
            ReadOnlySpan<double> scores = sample.Scores.AsSpan(row * classes, classes);
            if (!AreProbabilities(scores))
            {
                collector.AddUndefined(MetricCatalog.LogLoss, NotProbabilities);
                return;
            }

            loss.Add(sample.Weights[row] * -DeterministicMath.Log(Clip(scores[(int)sample.Truth[row]])));
        }

        collector.Add(MetricCatalog.LogLoss, loss.Value / sample.TotalWeight);
    }

    private static bool AreProbabilities(ReadOnlySpan<double> scores)
    {
        foreach (double score in scores)
        {
            if (score is < 0 or > 1)
            {
                return false;
            }
        }

        return Math.Abs(NeumaierSum.Of(scores) - 1) <= SumTolerance;
    }

    private static double Clip(double probability) => Math.Min(Math.Max(probability, Epsilon), 1 - Epsilon);
}
