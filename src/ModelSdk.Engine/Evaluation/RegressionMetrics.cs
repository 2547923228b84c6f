namespace ModelSdk.Engine.Evaluation;

/// <summary>Metrics of predicted numbers; definitions of scikit-learn's <c>sklearn.metrics</c>, regression.</summary>
internal static class RegressionMetrics
{
    /// <summary>Adds every regression metric of a sample with at least one row.</summary>
    public static void Collect(EvaluationSample sample, MetricCollector collector)
    {
        double[] errors = [.. sample.Truth.Zip(sample.Scores, (truth, predicted) => truth - predicted)];
        double[] absolute = [.. errors.Select(Math.Abs)];
        double meanSquared = Mean([.. errors.Select(error => error * error)], sample);
        collector.Add(MetricCatalog.Rmse, Math.Sqrt(meanSquared));
        collector.Add(MetricCatalog.Mse, meanSquared);
        collector.Add(MetricCatalog.Mae, Mean(absolute, sample));
        collector.Add(MetricCatalog.MedianAbsoluteError, Median(absolute, sample));
        collector.Add(MetricCatalog.MaxError, absolute.Max());
        collector.Add(MetricCatalog.ExplainedVariance, Explained(Variance(errors, sample), sample));
        if (sample.Rows < 2)
        {
            collector.AddUndefined(MetricCatalog.R2, "it needs at least two test rows");
        }
        else
        {
            collector.Add(MetricCatalog.R2, Explained(meanSquared, sample));
        }
    }

    /// <summary>One minus the unexplained share of the label's variance; for a constant label 1 where nothing is unexplained, else 0.</summary>
    private static double Explained(double unexplained, EvaluationSample sample)
    {
        double total = Variance(sample.Truth, sample);
        return total == 0 ? (unexplained == 0 ? 1 : 0) : 1 - (unexplained / total);
    }

    /// <summary>
    /// The weighted mean squared deviation from the weighted mean; exactly 0 for a constant, whatever the mean rounds to. Corrected two-pass
    /// algorithm (Chan, Golub and LeVeque, The American Statistician 37, 1983, eq. 1.7): the second term undoes the rounding of the mean.
    /// </summary>
    private static double Variance(double[] values, EvaluationSample sample)
    {
        if (Array.TrueForAll(values, value => value == values[0]))
        {
            return 0;
        }

        double mean = Mean(values, sample);
        double[] deviations = [.. values.Select(value => value - mean)];
        double correction = Mean(deviations, sample);
        return Mean([.. deviations.Select(deviation => deviation * deviation)], sample) - (correction * correction);
    }

    private static double Mean(double[] values, EvaluationSample sample) => NeumaierSum.OfWeighted(values, sample.Weights) / sample.TotalWeight;

    /// <summary>The mean of the lower and the upper weighted median, so that equal weights give the usual median.</summary>
    private static double Median(double[] values, EvaluationSample sample)
    {
        double half = sample.TotalWeight / 2;
        double? lower = null;
        NeumaierSum below = default;
        int[] rows = SortedRows.Ascending(values);
        foreach (int row in rows)
        {
            below.Add(sample.Weights[row]);
            lower ??= below.Value >= half ? values[row] : null;
            if (below.Value > half)
            {
                return (lower!.Value + values[row]) / 2;
            }
        }

        return values[rows[^1]];
    }
}
