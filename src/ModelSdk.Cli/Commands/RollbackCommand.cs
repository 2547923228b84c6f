using System.CommandLine;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Processes;

namespace ModelSdk.Cli.Commands;

/// <summary><c>rollback</c>: records that an earlier version is to run in an environment again.</summary>
internal static class RollbackCommand
{
    public static Command Create()
    {
        LineageOptions lineage = new();
        LineageCompletions completions = new(lineage);
        Argument<string> environment = new("environment") { Description = "The environment." };
        completions.Environment(environment);
        Option<string?> reason = CommonOptions.Reason("Why; it is recorded.");
        reason.Required = true;
        Option<string?> to = new("--to") { Description = "The version to go back to. Default: the one that was in place before." };
        completions.Version(to);
        Option<string> format = CommonOptions.Format();
        Command command = new("rollback", "Puts an earlier version back in an environment.") { environment, reason, to, format };
        lineage.AddToChange(command);
        command.SetAction(result => UserCommand.Run(result, terminal =>
        {
            ChangeSession session = new("rollback", lineage.Of(result), result.GetValue(format)!, terminal);
            string place = result.GetRequiredValue(environment);
            return session.Show(place, session.Change.Rollback(place, result.GetRequiredValue(reason)!, result.GetValue(to)));
        }));
        return command;
    }
}
