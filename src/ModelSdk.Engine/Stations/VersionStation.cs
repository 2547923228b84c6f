using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Baselines;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>Names what was built and writes the record that the build embeds.</summary>
internal sealed class VersionStation : IStation
{
    public string Name => "version";

    public string Key(BuildSession session, StationLog log)
    {
        IEnumerable<string> lineage = session.Parents.Select(parent => parent.Id).Append(Committed(session)?.Id ?? "");
        return Sha256Digest.Of(string.Join('\n',
        [
            session.Options.SdkVersion,
            session.Options.Property("ModelVersion").Value,
            session.Trained.ToJson(),
            FileText(session.Folder.Evaluation),
            FileText(session.Folder.Baselines),
            FileText(session.Folder.Gate),
            CallerNames.Digest(CallerNames.Of(session.Contract)),
            .. lineage,
        ]));
    }

    public IReadOnlyList<string> Outputs(BuildSession session) => [session.Folder.Version, session.Folder.VersionText];

    public void Run(BuildSession session, StationLog log)
    {
        VersionEntry? committed = Committed(session);
        IReadOnlyList<VersionEntry> parents = session.Parents;
        WarnOfOtherProject(session, parents, log);
        NextVersion? next = committed is null ? Next(session, parents) : null;
        SemanticVersion number = committed?.Number ?? next!.Number;
        VersionRecord record = Record(session, parents) with
        {
            Version = committed is null ? $"{number}-dev.g{session.Trained.ModelDigest[..8]}" : number.ToString(),
            Id = committed?.Id ?? "",
        };
        AtomicFile.Write(session.Folder.Version, Encoding.UTF8.GetBytes(record.ToJson()));
        AtomicFile.Write(session.Folder.VersionText, Encoding.UTF8.GetBytes($"{record.Version}\n{number}\n{record.ModelDigest}\n"));
        log.Message($"{session.Settings.Name} is version {record.Version} (model {record.ModelDigest[..8]}, data {record.DataDigest[..8]}, recipe {record.RecipeDigest[..8]})");
        if (next is { Bump: not null })
        {
            log.Message($"{number} follows {string.Join(" and ", parents.Select(parent => parent.Name).DefaultIfEmpty(next.From))}: {string.Join("; ", next.Why)}");
        }
    }

    public string UpToDate(BuildSession session) =>
        $"{session.Settings.Name} is still version {VersionRecord.Read(File.ReadAllText(session.Folder.Version)).Version}";

    private static VersionEntry? Committed(BuildSession session) => session.Recorded?.Entry ?? session.Lineage.Committed(session.Trained.ModelDigest, session.Contract);

    private static void WarnOfOtherProject(BuildSession session, IReadOnlyList<VersionEntry> parents, StationLog log)
    {
        if (ProjectPath.OtherOwner(session.Options, parents) is { } other)
        {
            log.Report(
                LineageDiagnostics.OtherProject with { Severity = DiagnosticSeverity.Warning },
                $"The version is counted from the lineage of {other}, whose model is called {session.Settings.Name} too. It cannot be committed; give one of the projects another ModelName.",
                session.Options.Property("ModelName").Location);
        }
    }

    private static NextVersion Next(BuildSession session, IReadOnlyList<VersionEntry> parents)
    {
        BaselineScores scores = BaselineFile.Read(File.ReadAllBytes(session.Folder.Baselines));
        return new NextVersionRule(session.Lineage, session.Contract, scores)
            .Next(parents, session.Settings.VersionFloor, session.Options.Property("ModelVersion").Location);
    }

    private static VersionRecord Record(BuildSession session, IReadOnlyList<VersionEntry> parents)
    {
        TrainingRecord trained = session.Trained;
        string evaluation = FileText(session.Folder.Evaluation);
        JsonValue? gates = Gates(FileText(session.Folder.Gate));
        return new VersionRecord(session.Settings.Name, "", trained.ModelDigest, trained.DataDigest, trained.RecipeDigest)
        {
            Project = ProjectPath.Of(session.Options),
            Task = session.Contract.Task.ToString(),
            Trainer = trained.Trainer,
            Options = trained.Options,
            Metrics = Metrics(evaluation),
            Gates = gates,
            SdkVersion = session.Options.SdkVersion,
            Parents = [.. parents.Select(parent => parent.Id).Order(StringComparer.Ordinal)],
            ContractDigest = ContractDigest.Of(session.Contract),
            Properties = CallerNames.Of(session.Contract),
            TestDigest = evaluation.Length == 0 ? "" : EvaluationFile.Read(Encoding.UTF8.GetBytes(evaluation)).RowsDigest ?? "",
            Waivers = Waivers(gates),
        };
    }

    private static string FileText(string path) => File.Exists(path) ? File.ReadAllText(path) : "";

    // Without their places: a line more in the project file makes no other version.
    private static JsonValue? Gates(string gates) => gates.Length == 0
        ? null
        : JsonValue.Of(JsonReader.Parse(gates)["gates"]!.Items.Select(gate => JsonValue.Of(gate.Members.Where(member => member.Key != "location"))));

    private static JsonValue? Waivers(JsonValue? gates)
    {
        JsonValue[] waivers = [.. (gates?.Items ?? []).Select(gate => gate["waiver"]).OfType<JsonValue>().DistinctBy(JsonText.Canonical)];
        return waivers.Length == 0 ? null : JsonValue.Of(waivers);
    }

    private static List<KeyValuePair<string, double>> Metrics(string evaluation) => evaluation.Length == 0
        ? []
        : [.. JsonReader.Parse(evaluation)["metrics"]!.Members.Select(metric => new KeyValuePair<string, double>(metric.Key, metric.Value["value"]!.Number))];
}
