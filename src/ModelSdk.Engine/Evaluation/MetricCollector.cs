using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Evaluation;

/// <summary>Gathers the metrics of one predictor and puts them into the catalogue's order.</summary>
internal sealed class MetricCollector
{
    private readonly Dictionary<string, double> values = [];
    private readonly Dictionary<string, string> undefined = [];

    /// <summary>Adds a value. What is not finite becomes undefined: JSON has no NaN, and a gate could not judge it.</summary>
    public void Add(MetricDefinition metric, double value)
    {
        if (!double.IsFinite(value))
        {
            this.AddUndefined(metric, "the errors are too large for a 64-bit float");
            return;
        }

        // A sum that is empty may come out as minus zero, which JSON would show.
        this.values.Add(metric.Name, value == 0 ? 0 : value);
    }

    /// <summary>Adds the reason why a metric has no value.</summary>
    public void AddUndefined(MetricDefinition metric, string reason) => this.undefined.Add(metric.Name, reason);

    /// <summary>The metrics of a task.</summary>
    public MetricValues Build(ModelTask task)
    {
        IReadOnlyList<MetricDefinition> metrics = MetricCatalog.For(task);
        return new(
            [.. metrics.Where(metric => this.values.ContainsKey(metric.Name)).Select(metric => KeyValuePair.Create(metric.Name, this.values[metric.Name]))],
            [.. metrics.Where(metric => this.undefined.ContainsKey(metric.Name)).Select(metric => KeyValuePair.Create(metric.Name, this.undefined[metric.Name]))]);
    }
}
