using System.CommandLine;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Processes;

namespace ModelSdk.Cli.Commands;

/// <summary><c>retire</c>: ends a branch of a lineage.</summary>
internal static class RetireCommand
{
    public static Command Create()
    {
        LineageOptions lineage = new();
        Argument<string> version = new("version") { Description = "A leaf: a number, the beginning of an id or an environment." };
        new LineageCompletions(lineage).Leaf(version);
        Option<string?> reason = CommonOptions.Reason("Why; it is recorded.");
        reason.Required = true;
        Option<string> format = CommonOptions.Format();
        Command command = new("retire", "Ends a branch: the version stays, but the next commit does not follow it.") { version, reason, format };
        lineage.AddToChange(command);
        command.SetAction(result => UserCommand.Run(result, terminal =>
        {
            ChangeSession session = new("retire", lineage.Of(result), result.GetValue(format)!, terminal);
            string name = result.GetRequiredValue(version);
            return session.ShowRetirement(name, session.Change.Retire(name, result.GetRequiredValue(reason)!));
        }));
        return command;
    }
}
