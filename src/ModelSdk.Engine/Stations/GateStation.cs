using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>Holds the evaluation against the project's bounds; a failed bound stops the build here.</summary>
internal sealed class GateStation : IStation
{
    public string Name => "gate";

    public string Key(BuildSession session, StationLog log)
    {
        string evaluation = File.ReadAllText(session.Folder.Evaluation);
        return Sha256Digest.Of(string.Join('\n', evaluation, session.Options.Property("ModelGate").Value, GateText(session)));
    }

    public IReadOnlyList<string> Outputs(BuildSession session) => [session.Folder.Gate];

    public void Run(BuildSession session, StationLog log)
    {
        ModelEvaluation evaluation = EvaluationFile.Read(File.ReadAllBytes(session.Folder.Evaluation));
        GateContext context = new(Mode(session), new SourceLocation(session.Options.ProjectFile))
        {
            EvaluationPath = session.Options.Display(session.Folder.Evaluation),
        };
        GateResult result = GateJudge.Judge(session.Gates, session.HoldsRowsOut ? evaluation : null, context, log);
        AtomicFile.Write(session.Folder.Gate, GateFile.Write(result, session.Options.ProjectDirectory));
    }

    public string UpToDate(BuildSession session) =>
        $"Judged before: {string.Join("; ", GateFile.Read(File.ReadAllBytes(session.Folder.Gate)).Judgements.Select(judgement => judgement.Summary))}";

    private static GateMode Mode(BuildSession session) =>
        Enum.TryParse(session.Options.Property("ModelGate").Value, ignoreCase: true, out GateMode mode) ? mode : GateMode.Error;

    private static string GateText(BuildSession session) => JsonText.Canonical(JsonValue.Of(session.Options.ItemsOf("MetricGate").Select(item => new JsonObjectBuilder
    {
        { "include", item.Include },
        { "metadata", JsonValue.Of(item.Metadata.Select(pair => new KeyValuePair<string, JsonValue>(pair.Key, JsonValue.Of(pair.Value)))) },
        { "file", item.Location.File },
        { "line", item.Location.Line },
        { "column", item.Location.Column },
    }.Build())));
}
