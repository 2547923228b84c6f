using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Gates;

/// <summary>Checks one <c>&lt;MetricGate&gt;</c>.</summary>
internal sealed class GateItemReader(ProjectItem item, ModelTask task, IEngineLog log)
{
    private readonly string gate = $"The MetricGate {Quote.Value(item.Include)}";
    private bool failed;

    /// <summary>The gate, or null where a problem was reported.</summary>
    public GateSpecification? Read()
    {
        MetricDefinition? metric = this.Metric();
        this.CheckMetadata();
        GateLimit? minimum = this.Limit(GateMetadata.Min, metric);
        GateLimit? maximum = this.Limit(GateMetadata.Max, metric);
        this.CheckBounds(minimum, maximum);
        DiagnosticSeverity severity = this.Severity();
        return this.failed || metric is null ? null : new(metric, minimum, maximum, severity, item.Location);
    }

    private MetricDefinition? Metric()
    {
        if (MetricCatalog.Find(item.Include) is { } metric && metric.AppliesTo(task))
        {
            return metric;
        }

        string[] valid = [.. MetricCatalog.For(task).Select(candidate => candidate.Name)];
        string suggestion = NearestName.Suggestion(item.Include, valid);
        string list = $"{suggestion} Metrics of {task}: {string.Join(", ", valid)}.";
        if (MetricCatalog.Find(item.Include) is { } other)
        {
            this.Fail(EvaluationDiagnostics.MetricOfAnotherTask, $"{this.gate}: {other.Name} judges {string.Join(" and ", other.Tasks)}, and ModelTask is {task}.{list}");
        }
        else
        {
            this.Fail(EvaluationDiagnostics.UnknownMetric, $"{this.gate} names no metric.{list}");
        }

        return null;
    }

    private void CheckMetadata()
    {
        string[] names = [.. item.Metadata.Keys.Order(StringComparer.Ordinal)];
        foreach (string name in names.Where(GateMetadata.IsLater))
        {
            this.Fail(
                EvaluationDiagnostics.GateMetadataNotAvailableYet,
                $"{this.gate} has {name}, which comes with a later version; this one judges {Join(GateMetadata.Valid)}. Remove {name}, or the gate would say more than it checks.");
        }

        foreach (string name in names.Where(name => !GateMetadata.IsLater(name) && !GateMetadata.IsValid(name)))
        {
            string suggestion = NearestName.Suggestion(name, GateMetadata.Valid);
            this.Fail(EvaluationDiagnostics.UnknownGateMetadata, $"{this.gate} has the unknown metadata {Quote.Value(name)}.{suggestion} Valid: {Join(GateMetadata.Valid)}.");
        }
    }

    private GateLimit? Limit(string name, MetricDefinition? metric)
    {
        if (this.Value(name) is not { } text)
        {
            return null;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            this.Fail(
                EvaluationDiagnostics.InvalidGateBound,
                $"{this.gate}: {name} is {Quote.Value(text)}, not a number. Write it with a decimal point and without a percent sign, for example 0.9.");
            return null;
        }

        this.CheckReach(name, text, value, metric);
        return new(value, text);
    }

    /// <summary>A bound that no value of the metric can meet is a slip, such as 90 for 0.90.</summary>
    private void CheckReach(string name, string text, double value, MetricDefinition? metric)
    {
        if (metric is not null && (name == GateMetadata.Min ? value > metric.Maximum : value < metric.Minimum))
        {
            string range = name == GateMetadata.Min ? $"at most {MetricText.Of(metric.Maximum)}" : $"at least {MetricText.Of(metric.Minimum)}";
            this.Fail(EvaluationDiagnostics.InvalidGateBound, $"{this.gate}: {name} is {Quote.Value(text)}, which no model can meet: {metric.Name} is {range}.");
        }
    }

    private void CheckBounds(GateLimit? minimum, GateLimit? maximum)
    {
        if (minimum is not null && maximum is not null && minimum.Value > maximum.Value)
        {
            this.Fail(EvaluationDiagnostics.InvalidGateBound, $"{this.gate}: Min {minimum.Text} is greater than Max {maximum.Text}.");
        }

        bool boundMeant = item.Metadata.Keys.Any(name => GateMetadata.IsLater(name)) || this.Value(GateMetadata.Min) is not null || this.Value(GateMetadata.Max) is not null;
        if (!boundMeant)
        {
            this.Fail(EvaluationDiagnostics.GateWithoutBound, $"{this.gate} has no bound. Set Min, Max or both.");
        }
    }

    private DiagnosticSeverity Severity()
    {
        string text = this.Value(GateMetadata.Severity) ?? nameof(DiagnosticSeverity.Error);
        string? name = Enum.GetNames<DiagnosticSeverity>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (name is null)
        {
            this.Fail(EvaluationDiagnostics.InvalidGateSeverity, $"{this.gate}: Severity is {Quote.Value(text)}; valid: Error, Warning.");
        }

        return name == nameof(DiagnosticSeverity.Warning) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
    }

    private string? Value(string name) =>
        item.Metadata.Where(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value.Trim()).FirstOrDefault();

    private void Fail(ModelDiagnostic diagnostic, string text)
    {
        this.failed = true;
        log.Report(diagnostic, text, item.Location);
    }

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);
}
