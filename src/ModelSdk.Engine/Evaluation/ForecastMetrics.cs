namespace ModelSdk.Engine.Evaluation;

/// <summary>The metric of forecasts that compares across series.</summary>
internal static class ForecastMetrics
{
    /// <summary>
    /// Adds the mean absolute scaled error, the mean of |error| / the row's naive error (Hyndman and Koehler, "Another look at measures of forecast
    /// accuracy", 2006, §2.5), over the rows whose naive error is known and above 0.
    /// </summary>
    /// <param name="sample">At least one row.</param>
    /// <param name="naiveErrors">One for each row, or null.</param>
    /// <param name="collector">Gets the metric.</param>
    public static void Collect(EvaluationSample sample, double[]? naiveErrors, MetricCollector collector)
    {
        if (naiveErrors is not null && naiveErrors.Length != sample.Rows)
        {
            throw new ArgumentException($"{naiveErrors.Length} naive errors are not of {sample.Rows} rows.", nameof(naiveErrors));
        }

        int[] rows = naiveErrors is null ? [] : [.. Enumerable.Range(0, sample.Rows).Where(row => naiveErrors[row] > 0)];
        if (rows.Length == 0)
        {
            string reason = naiveErrors is null ? "the seasonal naive error of the training rows is not known" : "the seasonal naive forecast has no error in the training rows";
            collector.AddUndefined(MetricCatalog.Mase, reason);
            return;
        }

        double[] scaled = Array.ConvertAll(rows, row => Math.Abs(sample.Truth[row] - sample.Scores[row]) / naiveErrors![row]);
        double[] weights = Array.ConvertAll(rows, row => sample.Weights[row]);
        collector.Add(MetricCatalog.Mase, NeumaierSum.OfWeighted(scaled, weights) / NeumaierSum.Of(weights));
    }
}
