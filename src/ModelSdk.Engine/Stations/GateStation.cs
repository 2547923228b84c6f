using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Baselines;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Store;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>Holds the evaluation against the project's bounds; a failed bound stops the build here.</summary>
internal sealed class GateStation : IStation
{
    public string Name => "gate";

    public string Key(BuildSession session, StationLog log)
    {
        if (session.Recorded is { } recorded)
        {
            return RecordedArtifacts.Key(recorded) + GateText(session);
        }

        string evaluation = File.ReadAllText(session.Folder.Evaluation) + File.ReadAllText(session.Folder.Baselines);
        return Sha256Digest.Of(string.Join('\n', evaluation, session.Options.Property("ModelGate").Value, GateText(session)));
    }

    public IReadOnlyList<string> Outputs(BuildSession session) => [session.Folder.Gate];

    public void Run(BuildSession session, StationLog log)
    {
        if (session.Recorded is { } recorded)
        {
            RecordedArtifacts.WriteGates(session, recorded, log);
            return;
        }

        ModelEvaluation evaluation = EvaluationFile.Read(File.ReadAllBytes(session.Folder.Evaluation));
        GateContext context = new(Mode(session), new SourceLocation(session.Options.ProjectFile))
        {
            EvaluationPath = session.Options.Display(session.Folder.Evaluation),
            Baselines = BaselineFile.Read(File.ReadAllBytes(session.Folder.Baselines)),
            Waivers = session.Waivers,
        };
        GateResult result = GateJudge.Judge(session.Gates, session.IsJudged ? evaluation : null, context, log);
        AtomicFile.Write(session.Folder.Gate, GateFile.Write(result, session.Options.ProjectDirectory));
        SayWhatChanged(session, result, log);
    }

    public string UpToDate(BuildSession session) =>
        $"{(session.Recorded is { } recorded ? $"Recorded with {recorded.Entry.Number}, not re-run" : "Judged before")}: {string.Join("; ", GateFile.Read(File.ReadAllBytes(session.Folder.Gate)).Judgements.Select(judgement => judgement.Summary))}";

    /// <summary>A bound that was loosened or removed passes what would have failed, so it is said aloud.</summary>
    private static void SayWhatChanged(BuildSession session, GateResult result, StationLog log)
    {
        JsonValue now = JsonReader.Parse(System.Text.Encoding.UTF8.GetString(GateFile.Write(result, session.Options.ProjectDirectory)))["gates"]!;
        foreach (VersionEntry parent in session.Parents)
        {
            IEnumerable<GateChange> changes = GateComparison.Compare(session.Lineage.Lineage.Read(parent).Gates, now)
                .Where(change => change.Kind is GateChangeKind.Loosened or GateChangeKind.Removed);
            foreach (GateChange change in changes)
            {
                log.Message($"Gates against {session.Lineage.Lineage.NameOf(parent)}: {change.Text}");
            }
        }
    }

    private static GateMode Mode(BuildSession session) =>
        Enum.TryParse(session.Options.Property("ModelGate").Value, ignoreCase: true, out GateMode mode) ? mode : GateMode.Error;

    private static string GateText(BuildSession session) => JsonText.Canonical(JsonValue.Of(
        session.Options.Items.Where(item => item.Type is GateReader.ItemType or GateWaiverReader.ItemType).Select(item => new JsonObjectBuilder
        {
            { "type", item.Type },
            { "include", item.Include },
            { "metadata", JsonValue.Of(item.Metadata.Select(pair => new KeyValuePair<string, JsonValue>(pair.Key, JsonValue.Of(pair.Value)))) },
            { "file", item.Location.File },
            { "line", item.Location.Line },
            { "column", item.Location.Column },
        }.Build())));
}
