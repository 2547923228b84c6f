using System.Text;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Output;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>Names what was built and writes the record that the build embeds.</summary>
internal sealed class VersionStation : IStation
{
    // Until there is a lineage every build is on its way to the first version.
    private const string NextVersion = "0.1.0";

    public string Name => "version";

    public string Key(BuildSession session, StationLog log) =>
        Sha256Digest.Of(string.Join('\n', session.Options.SdkVersion, session.Trained.ToJson(), FileText(session.Folder.Evaluation), FileText(session.Folder.Gate)));

    public IReadOnlyList<string> Outputs(BuildSession session) => [session.Folder.Version, session.Folder.VersionText];

    public void Run(BuildSession session, StationLog log)
    {
        TrainingRecord trained = session.Trained;
        VersionRecord record = new(session.Settings.Name, Version(trained.ModelDigest), trained.ModelDigest, trained.DataDigest, trained.RecipeDigest)
        {
            Project = Path.GetFileName(session.Options.ProjectFile),
            Task = session.Contract.Task.ToString(),
            Trainer = trained.Trainer,
            Options = trained.Options,
            Metrics = Metrics(FileText(session.Folder.Evaluation)),
            Gates = Gates(FileText(session.Folder.Gate)),
            SdkVersion = session.Options.SdkVersion,
        };
        AtomicFile.Write(session.Folder.Version, Encoding.UTF8.GetBytes(record.ToJson()));
        AtomicFile.Write(session.Folder.VersionText, Encoding.UTF8.GetBytes($"{record.Version}\n{NextVersion}\n{record.ModelDigest}\n"));
        log.Message($"{session.Settings.Name} is version {record.Version} (model {trained.ModelDigest[..8]}, data {trained.DataDigest[..8]}, recipe {trained.RecipeDigest[..8]})");
    }

    public string UpToDate(BuildSession session) => $"{session.Settings.Name} is still version {Version(session.Trained.ModelDigest)}";

    private static string Version(string modelDigest) => $"{NextVersion}-dev.g{modelDigest[..8]}";

    private static string FileText(string path) => File.Exists(path) ? File.ReadAllText(path) : "";

    // Without their places: a line more in the project file makes no other version.
    private static JsonValue? Gates(string gates) => gates.Length == 0
        ? null
        : JsonValue.Of(JsonReader.Parse(gates)["gates"]!.Items.Select(gate => JsonValue.Of(gate.Members.Where(member => member.Key != "location"))));

    private static List<KeyValuePair<string, double>> Metrics(string evaluation) => evaluation.Length == 0
        ? []
        : [.. JsonReader.Parse(evaluation)["metrics"]!.Members.Select(metric => new KeyValuePair<string, double>(metric.Key, metric.Value["value"]!.Number))];
}
