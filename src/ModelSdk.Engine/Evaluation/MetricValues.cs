namespace ModelSdk.Engine.Evaluation;

/// <summary>The metrics of one predictor on one set of rows. Each metric of the task is in one of the two lists.</summary>
/// <param name="Values">The finite values by metric name, in the catalogue's order.</param>
/// <param name="Undefined">Why a metric has no value on these rows, by metric name, in the catalogue's order.</param>
public sealed record MetricValues(IReadOnlyList<KeyValuePair<string, double>> Values, IReadOnlyList<KeyValuePair<string, string>> Undefined)
{
    /// <summary>The value of a metric, or null where it has none.</summary>
    /// <param name="name">The metric's name.</param>
    public double? Find(string name)
    {
        foreach (KeyValuePair<string, double> pair in this.Values)
        {
            if (pair.Key == name)
            {
                return pair.Value;
            }
        }

        return null;
    }

    /// <summary>Why a metric has no value.</summary>
    /// <param name="name">The metric's name.</param>
    /// <returns>The reason, without a full stop; null where the metric has a value or is not listed at all.</returns>
    public string? WhyUndefined(string name) => this.Undefined.FirstOrDefault(pair => pair.Key == name).Value;
}
