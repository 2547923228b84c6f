using System.CommandLine;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Cli.Commands;

/// <summary><c>promote</c>: records that a version is to run in an environment.</summary>
internal static class PromoteCommand
{
    public static Command Create()
    {
        LineageOptions lineage = new();
        LineageCompletions completions = new(lineage);
        Argument<string> version = new("version") { Description = "The version: a number, the beginning of an id, another environment or \"parent\"." };
        Argument<string> environment = new("environment") { Description = "Where it is to run, for example production." };
        completions.Version(version);
        completions.Environment(environment);
        Option<string?> reason = CommonOptions.Reason("Why; it is recorded.");
        Option<string> format = CommonOptions.Format();
        Command command = new("promote", "Puts a version in place in an environment, if the gates of that environment hold.") { version, environment, reason, format };
        lineage.AddToChange(command);
        command.SetAction(result => UserCommand.Run(result, terminal =>
        {
            ChangeSession session = new("promote", lineage.Of(result), result.GetValue(format)!, terminal);
            return Run(session, result.GetRequiredValue(version), result.GetRequiredValue(environment), result.GetValue(reason) ?? "", terminal);
        }));
        return command;
    }

    private static bool Run(ChangeSession session, string version, string environment, string reason, TerminalOutput terminal)
    {
        string? recorded = session.Change.Promote(version, environment, reason, (lineage, entry) => Check(session, environment, lineage, entry));
        if (session.Location.Project is null)
        {
            terminal.Note("The project's gates could not be read from the store and were not judged; only waivers were.");
        }

        return session.Show(environment, recorded);
    }

    private static void Check(ChangeSession session, string environment, ProjectLineage lineage, VersionEntry version)
    {
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        new PromotionCheck(environment, Gates(session, lineage.Lineage.Read(version).Task), today, session.Log).Run(lineage, version);
    }

    private static IReadOnlyList<GateSpecification> Gates(ChangeSession session, string task)
    {
        if (session.Location.Project is not { } project || !Enum.TryParse(task, out ModelTask known))
        {
            return [];
        }

        return GateReader.Read(project.Items, known, session.Log) ?? throw new ModelBuildException(
            LineageDiagnostics.PromotionRefused, "Nothing was promoted: the project's gates cannot be read.", new SourceLocation(project.ProjectFile));
    }
}
