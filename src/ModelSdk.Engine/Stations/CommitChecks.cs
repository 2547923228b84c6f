using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Versions;

namespace ModelSdk.Engine.Stations;

/// <summary>What keeps a built model from becoming a version.</summary>
internal sealed class CommitChecks
{
    private const long LargeObject = 10_000_000;

    private readonly BuildSession session;
    private readonly StationLog log;
    private readonly SourceLocation project;

    public CommitChecks(BuildSession session, TimeProvider clock, StationLog log)
    {
        this.session = session;
        this.log = log;
        this.project = new SourceLocation(session.Options.ProjectFile);
        this.Now = clock.GetUtcNow();
        if (session.Parents.MaxBy(parent => parent.Time) is { } latest && latest.Time > this.Now)
        {
            log.Report(
                StoreDiagnostics.ClockBehind,
                $"The clock says {RecordTime.Write(this.Now)}, but the parent {latest.Name} was committed at {RecordTime.Write(latest.Time)}. The order of versions follows their parents; waivers are judged by the later time.",
                this.project);
            this.Today = DateOnly.FromDateTime(latest.Time.UtcDateTime);
        }
        else
        {
            this.Today = DateOnly.FromDateTime(this.Now.UtcDateTime);
        }
    }

    /// <summary>The time of the commit, as the clock has it.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The day by which waivers are judged: a clock that is set back makes none valid again.</summary>
    private DateOnly Today { get; }

    /// <summary>Before anything is written, since a project may make the warning an error.</summary>
    public void WarnOfSize()
    {
        long length = new FileInfo(this.session.Folder.Model).Length;
        if (length > LargeObject)
        {
            this.log.Report(
                LineageDiagnostics.LargeObject,
                string.Create(CultureInfo.InvariantCulture, $"The model has {length / 1e6:0.0} MB and goes into the repository with the version. Every clone gets it; Git LFS for .models/objects keeps clones small."),
                this.project);
        }
    }

    /// <summary>A lineage belongs to one project; it follows that project when its file was moved.</summary>
    public void RefuseOtherProject()
    {
        if (ProjectPath.OtherOwner(this.session.Options, this.session.Parents) is { } other)
        {
            this.log.Report(
                LineageDiagnostics.OtherProject,
                $"The lineage {this.session.Settings.Name} belongs to {other}, which is another project than {ProjectPath.Of(this.session.Options)}. Give one of them another ModelName.",
                this.session.Options.Property("ModelName").Location);
        }
    }

    public void RefuseFailedGates()
    {
        GateResult gates = GateFile.Read(File.ReadAllBytes(this.session.Folder.Gate));
        foreach (GateJudgement judgement in gates.BlockingCommit)
        {
            this.log.Report(
                LineageDiagnostics.CommitRefused,
                $"The model cannot be committed: gate {judgement.Summary}. {this.Advice(gates.Mode, judgement)}",
                this.Place(judgement));
        }

        foreach (GateJudgement judgement in gates.Judgements.Where(judgement => judgement.Outcome == GateOutcome.Failed && judgement.Waiver?.Expires < this.Today))
        {
            this.log.Report(
                LineageDiagnostics.CommitRefused,
                $"The model cannot be committed: gate {(judgement with { Waiver = null }).Summary}. Its waiver expired on {judgement.Waiver!.ExpiresText}.",
                this.session.Waivers.FirstOrDefault(waiver => waiver.Metric == judgement.Metric)?.Location ?? this.project);
        }
    }

    private string Advice(GateMode mode, GateJudgement judgement) => mode == GateMode.Off
        ? "A version is judged: set ModelGate to Error."
        : string.Create(CultureInfo.InvariantCulture, $"Make it pass, or waive it: <GateWaiver Include=\"{judgement.Metric}\" Reason=\"…\" Expires=\"{this.Today.AddMonths(1):yyyy-MM-dd}\" />.");

    private SourceLocation Place(GateJudgement judgement) =>
        judgement.Location with { File = Path.GetFullPath(Path.Combine(this.session.Options.ProjectDirectory, judgement.Location.File)) };
}
