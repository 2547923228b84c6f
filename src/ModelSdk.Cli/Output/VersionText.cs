using ModelSdk.Cli.Lineages;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Comparison;
using ModelSdk.Store;

namespace ModelSdk.Cli.Output;

/// <summary>A committed version as text for people: what it is, what it is made of, how it was judged, what changed, its coefficients.</summary>
internal static class VersionText
{
    public static void Write(VersionDetails details, TerminalOutput terminal)
    {
        FactList facts = new();
        AddHistory(facts, details);
        AddModel(facts, details);
        facts.Write(terminal);
        foreach ((_, VersionDifference difference) in details.Changes)
        {
            terminal.Message("");
            foreach (string line in VersionDifferenceText.Lines(difference))
            {
                terminal.Message(line);
            }
        }

        CoefficientText.Write(details.Coefficients, terminal);
    }

    private static void AddHistory(FactList facts, VersionDetails details)
    {
        CommitFacts commit = details.Record.Commit!;
        facts.Add("Model", details.Record.Name);
        facts.Add("Version", details.Record.Version);
        facts.Add("Id", details.Version.Id);
        facts.Add("Follows", details.Version.Parents.Select(parent => Parent(details, parent)).DefaultIfEmpty("nothing: it is the first of its branch"));
        facts.Add("Project", details.Record.Project);
        facts.Add("Committed", $"{RecordTime.Write(commit.Time)} by {commit.Author}");
        facts.Add("Reason", commit.Reason);
        facts.Add("Runs in", details.States.PlacesOf(details.Version).Select(Place));
        facts.Add("Retired", details.States.RetirementOf(details.Version) is { } retirement
            ? $"{RecordTime.Write(retirement.Time)} by {retirement.Author}: {retirement.Reason}"
            : "");
    }

    private static void AddModel(FactList facts, VersionDetails details)
    {
        VersionRecord record = details.Record;
        facts.Add("Task", record.Task);
        facts.Add("Trainer", record.Trainer);
        facts.Add("Options", RecordText.Options(record));
        facts.Add("Metrics", RecordText.Metrics(record, details.TestRows));
        facts.Add("Gates", RecordText.Gates(record, details.TestRows));
        facts.Add("Waivers", RecordText.Waivers(record));
        facts.Add("Model digest", record.ModelDigest);
        facts.Add("Data digest", record.DataDigest);
        facts.Add("Recipe digest", record.RecipeDigest);
        facts.Add("Contract digest", record.ContractDigest);
        facts.Add("ModelSdk", record.SdkVersion);
    }

    private static string Parent(VersionDetails details, string id) =>
        details.States.Lineage.Find(id)?.Name ?? $"{VersionId.Abbreviate(id)}, whose record is missing";

    private static string Place((LineageEnvironment Environment, EnvironmentEvent Head) place)
    {
        string since = $"{VersionStates.Label(place.Environment)} since {RecordTime.Write(place.Head.Time)}, by {AuthorName.Of(place.Head.Author)}";
        return place.Environment.IsInConflict ? since + "; merged branches disagree" : since;
    }
}
