using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Evaluation;

/// <summary>What a metric is called, where it applies and how its values read. The formulas are in docs/metrics.md.</summary>
/// <param name="Name">The name in gates and files: scikit-learn's, in PascalCase.</param>
/// <param name="Direction">Which values are the better ones.</param>
/// <param name="Minimum">The least possible value; negative infinity where there is none.</param>
/// <param name="Maximum">The greatest possible value; positive infinity where there is none.</param>
/// <param name="Tasks">The tasks that it judges.</param>
public sealed record MetricDefinition(
    string Name, MetricDirection Direction, double Minimum, double Maximum, IReadOnlyList<ModelTask> Tasks)
{
    /// <summary>Whether the metric judges models of a task.</summary>
    /// <param name="task">The model's task.</param>
    public bool AppliesTo(ModelTask task) => this.Tasks.Contains(task);
}
