namespace ModelSdk.Engine.Evaluation;

/// <summary>
/// Metrics of how a binary model orders rows; scikit-learn's <c>roc_auc_score</c> and <c>average_precision_score</c>. Rows of equal score are one
/// step of the curves. Without weights every intermediate sum is a whole number, so that the order of rows does not matter at all.
/// </summary>
internal static class RankingMetrics
{
    /// <summary>Adds both metrics of a sample with at least one row.</summary>
    /// <param name="sample">The rows.</param>
    /// <param name="positive">The index of the positive class.</param>
    /// <param name="collector">Gets the metrics.</param>
    public static void Collect(EvaluationSample sample, int positive, MetricCollector collector)
    {
        (double area, double precision, double positives, double negatives) = Walk(sample, positive);
        if (positives > 0 && negatives > 0)
        {
            collector.Add(MetricCatalog.RocAuc, area / positives / negatives);
        }
        else
        {
            collector.AddUndefined(MetricCatalog.RocAuc, positives > 0 ? "no test row is negative" : "no test row is positive");
        }

        if (positives > 0)
        {
            collector.Add(MetricCatalog.AveragePrecision, precision / positives);
        }
        else
        {
            collector.AddUndefined(MetricCatalog.AveragePrecision, "no test row is positive");
        }
    }

    /// <summary>
    /// Walks the curves from the highest score down. The area is Σ Δfp·(tp before + Δtp/2), the trapezoids (Hanley and McNeil, Radiology 143, 1982: equal to
    /// the weight of rightly ordered pairs, ties counting half); the precision is Σ Δtp·tp/(tp+fp).
    /// </summary>
    private static (double Area, double Precision, double Positives, double Negatives) Walk(EvaluationSample sample, int positive)
    {
        int[] rows = SortedRows.Ascending(sample.Scores);
        NeumaierSum area = default, precision = default, positives = default, negatives = default;
        for (int last = rows.Length - 1; last >= 0;)
        {
            double score = sample.Scores[rows[last]];
            double positivesBefore = positives.Value;
            double negativesBefore = negatives.Value;
            for (; last >= 0 && sample.Scores[rows[last]] == score; last--)
            {
                double weight = sample.Weights[rows[last]];
                bool isPositive = (int)sample.Truth[rows[last]] == positive;
                positives.Add(isPositive ? weight : 0);
                negatives.Add(isPositive ? 0 : weight);
            }

            double gained = positives.Value - positivesBefore;
            area.Add((negatives.Value - negativesBefore) * (positivesBefore + (gained / 2)));
            precision.Add(gained * (positives.Value / (positives.Value + negatives.Value)));
        }

        return (area.Value, precision.Value, positives.Value, negatives.Value);
    }
}
