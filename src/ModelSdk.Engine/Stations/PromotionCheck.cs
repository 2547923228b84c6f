using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Engine.Stations;

/// <summary>Whether a version may be promoted: its waivers are still valid, and the gates of the environment hold on its recorded evaluation.</summary>
/// <param name="environment">The environment.</param>
/// <param name="gates">The project's gates; those of other environments, and of builds, are passed over.</param>
/// <param name="today">The day by which waivers are judged, UTC, unless a version was committed later.</param>
/// <param name="log">Gets a line for each gate that holds, and a warning for each of severity <c>Warning</c> that does not.</param>
public sealed class PromotionCheck(string environment, IReadOnlyList<GateSpecification> gates, DateOnly today, IEngineLog log)
{
    /// <summary>Refuses a version that may not be promoted.</summary>
    /// <param name="lineage">Its lineage.</param>
    /// <param name="version">The version.</param>
    /// <exception cref="ModelBuildException">A waiver has expired, or a gate fails.</exception>
    /// <exception cref="StoreException">Record or evaluation are damaged or missing.</exception>
    public void Run(ProjectLineage lineage, VersionEntry version)
    {
        ArgumentNullException.ThrowIfNull(lineage);
        ArgumentNullException.ThrowIfNull(version);
        VersionRecord record = lineage.Lineage.Read(version);
        // A clock that was set back makes no waiver valid again.
        DateOnly newest = DateOnly.FromDateTime(lineage.Lineage.Versions.Max(known => known.Time).UtcDateTime);
        this.RefuseExpiredWaivers(record, version, newest > today ? newest : today);
        GateSpecification[] judged = [.. gates.Where(gate => gate.Environment == environment)];
        if (judged.Length > 0)
        {
            byte[] evaluation = lineage.Store.Objects.Read(record.Commit!.EvaluationObject, $"the evaluation of version {version.Name}");
            this.Judge(judged, EvaluationFile.Read(evaluation), version);
        }
    }

    private void RefuseExpiredWaivers(VersionRecord record, VersionEntry version, DateOnly day)
    {
        GateWaiver? expired = (record.Waivers?.Items ?? []).Select(waiver => GateWaiverJson.Read(waiver, SourceLocation.None)).FirstOrDefault(waiver => waiver.Expires < day);
        if (expired is not null)
        {
            throw new ModelBuildException(
                LineageDiagnostics.PromotionRefused,
                $"Version {version.Name} may not be promoted to {environment}: its gate on {expired.Metric} failed and was waived until {expired.ExpiresText} ({expired.Reason}).",
                SourceLocation.None);
        }
    }

    private void Judge(GateSpecification[] judged, ModelEvaluation evaluation, VersionEntry version)
    {
        GateContext context = new(GateMode.Error, SourceLocation.None);
        List<string> failures = [];
        SourceLocation place = SourceLocation.None;
        foreach (GateJudgement judgement in judged.SelectMany(gate => GateJudge.Bounds(gate, evaluation.Rows == 0 ? null : evaluation, context)))
        {
            if (judgement is { Outcome: GateOutcome.Failed, Severity: DiagnosticSeverity.Error })
            {
                place = failures.Count == 0 ? judgement.Location : place;
                failures.Add(judgement.Summary);
            }
            else if (judgement.Outcome == GateOutcome.Failed)
            {
                log.Report(LineageDiagnostics.PromotionRefused with { Severity = DiagnosticSeverity.Warning }, $"Gate of {environment}: {judgement.Summary}", judgement.Location);
            }
            else
            {
                log.Message($"Gate of {environment}: {judgement.Summary}");
            }
        }

        if (failures.Count > 0)
        {
            throw new ModelBuildException(
                LineageDiagnostics.PromotionRefused,
                string.Create(CultureInfo.InvariantCulture, $"Version {version.Name} may not be promoted to {environment}, by its recorded evaluation: {string.Join("; ", failures)}."),
                place);
        }
    }
}
