using System.CommandLine;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Engine.Comparison;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Versions;

namespace ModelSdk.Cli.Commands;

/// <summary><c>diff</c>: how two versions of a model differ.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        LineageOptions lineage = new();
        LineageCompletions completions = new(lineage);
        Argument<string> before = new("before") { Description = "The earlier version: a number, the beginning of an id, an environment or \"parent\"." };
        Argument<string?> after = new("after") { Arity = ArgumentArity.ZeroOrOne, Description = "The later version. Default: what the last build made." };
        completions.Version(before);
        completions.Version(after);
        Option<string> format = CommonOptions.Format("markdown");
        format.Description = "text for people, json for programs, markdown for pull requests.";
        Command command = new("diff", "Compares two versions, or a version with what the last build made.") { before, after, format };
        lineage.AddTo(command);
        command.SetAction(result => UserCommand.Run(result, terminal =>
        {
            VersionDifference difference = Compare(result.GetRequiredValue(before), result.GetValue(after), lineage.Of(result), terminal);
            return Write(difference, result.GetValue(format)!, terminal);
        }));
        return command;
    }

    private static VersionDifference Compare(string before, string? after, LineageRequest request, TerminalOutput terminal)
    {
        LineageLocation location = LineageFinder.Find(request);
        ProjectLineage lineage = location.Open();
        if (after is not null)
        {
            return VersionPair.Compare(lineage, lineage.Lineage.Resolve(before), lineage.Lineage.Resolve(after));
        }

        BuiltModel built = BuiltModel.Open(location.Project ?? throw new InvalidDataException("Name two versions: without its project there is no build to compare with."));
        terminal.Note(built.NotReleased);
        return built.CompareWith(lineage, lineage.Lineage.Resolve(before));
    }

    private static bool Write(VersionDifference difference, string format, TerminalOutput terminal)
    {
        switch (format)
        {
            case "json":
                terminal.Write(VersionDifferenceJson.Write(difference, null));
                break;
            case "markdown":
                terminal.Write(VersionDifferenceMarkdown.Write(difference));
                break;
            default:
                foreach (string line in VersionDifferenceText.Lines(difference))
                {
                    terminal.Message(line);
                }

                break;
        }

        return true;
    }
}
