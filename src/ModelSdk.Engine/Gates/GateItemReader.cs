using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Baselines;
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
        GateBoundReader reader = new(this.gate, metric, this.Value, this.Fail);
        IReadOnlyList<GateBound> bounds = reader.Read();
        bool boundMeant = GateMetadata.Bounds.Any(kind => this.Value(kind.ToString()) is not null) || item.Metadata.Keys.Any(GateMetadata.IsLater);
        if (!boundMeant)
        {
            this.Fail(EvaluationDiagnostics.GateWithoutBound, $"{this.gate} has no bound. Set at least one of {string.Join(", ", GateMetadata.Bounds)}.");
        }

        DiagnosticSeverity severity = this.Severity();
        string baseline = this.Value(GateMetadata.Baseline) ?? BaselineScores.Parent;
        this.CheckBaseline(bounds);
        return this.failed || metric is null
            ? null
            : new(metric, bounds, severity, item.Location) { Baseline = baseline, Environment = this.Value(GateMetadata.Environment) };
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

    /// <summary>A baseline without a relative bound compares nothing, and a promotion is judged by what was recorded, which knows no other version's values.</summary>
    private void CheckBaseline(IReadOnlyList<GateBound> bounds)
    {
        bool relative = bounds.Any(bound => bound.IsRelative);
        string? environment = this.Value(GateMetadata.Environment);
        if (this.Value(GateMetadata.Baseline) is { } baseline && (baseline.Length == 0 || !(relative || this.failed)))
        {
            string problem = baseline.Length == 0 ? "is empty; valid: parent, an environment, a version" : "compares nothing without MaxDrop, MaxRise, MaxDropPercent or MaxRisePercent";
            this.Fail(EvaluationDiagnostics.InvalidBaseline, $"{this.gate}: Baseline {(baseline.Length == 0 ? "" : Quote.Value(baseline) + " ")}{problem}.");
        }

        if (environment is not null && !Store.StoreNames.IsEnvironment(environment))
        {
            this.Fail(EvaluationDiagnostics.InvalidBaseline, $"{this.gate}: Environment is {Quote.Value(environment)}; valid are lower-case letters, digits and hyphens, a letter first, for example production.");
        }
        else if (environment is not null && relative)
        {
            this.Fail(EvaluationDiagnostics.InvalidBaseline, $"{this.gate} has Environment, so it is judged at promotions, by the recorded evaluation: use Min and Max. A gate without Environment can have relative bounds.");
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
