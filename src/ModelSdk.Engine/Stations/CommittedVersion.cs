using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Baselines;
using ModelSdk.Engine.Comparison;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Engine.Stations;

/// <summary>Completes the record that a build embedded, and stores it behind its objects.</summary>
internal static class CommittedVersion
{
    private const int CoefficientsInRecord = 10;

    public static CommitResult Write(BuildSession session, CommitRequest request, DateTimeOffset now, StoreWriter writer, StationLog log)
    {
        BuildFolder folder = session.Folder;
        VersionRecord built = VersionRecord.Read(File.ReadAllText(folder.Version));
        VersionDifference[] differences = [.. Differences(session, built)];
        byte[] model = File.ReadAllBytes(folder.Model);
        writer.AddObject(model);
        VersionRecord record = built with
        {
            Version = File.ReadAllLines(folder.VersionText)[1],
            Changes = Changes(differences, built.Parents),
            Commit = new CommitFacts(Author.Of(session.Options.ProjectDirectory), now, request.Reason.Trim())
            {
                TrainingObject = writer.AddObject(File.ReadAllBytes(folder.Training)),
                EvaluationObject = writer.AddObject(File.ReadAllBytes(folder.Evaluation)),
            },
        };
        string id = writer.AddVersion(record);
        Say(session, id, record, differences, log);
        return new CommitResult(VersionEntry.Of(id, record), record, true);
    }

    private static IEnumerable<VersionDifference> Differences(BuildSession session, VersionRecord built)
    {
        BaselineScores scores = BaselineFile.Read(File.ReadAllBytes(session.Folder.Baselines));
        ComparedVersion after = ComparedVersions.OfBuild(session.Folder, built) with { Name = File.ReadAllLines(session.Folder.VersionText)[1] };
        return session.Parents.OrderBy(parent => parent.Id, StringComparer.Ordinal).Select(parent => VersionComparer.Compare(ComparedVersions.Of(session.Lineage, parent, scores), after));
    }

    private static JsonValue? Changes(VersionDifference[] differences, IReadOnlyList<string> parents) => differences.Length == 0
        ? null
        : JsonValue.Of(differences.Zip(parents, (difference, parent) => new JsonObjectBuilder
        {
            { "parent", parent },
            { "difference", VersionDifferenceJson.Write(difference, CoefficientsInRecord) },
        }.Build()));

    private static void Say(BuildSession session, string id, VersionRecord record, VersionDifference[] differences, StationLog log)
    {
        log.Message($"Committed {record.Name} {record.Version} ({VersionId.Abbreviate(id)}): {record.Commit!.Reason.Split('\n')[0]}");
        foreach (string line in differences.SelectMany(VersionDifferenceText.Lines))
        {
            log.Message("  " + line);
        }

        log.Message($"The version is in {session.Options.Display(session.Options.Store)}; commit that folder to git with your sources.");
    }
}
