using System.CommandLine;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Contracts.Json;
using ModelSdk.Store;

namespace ModelSdk.Cli.Commands;

/// <summary><c>journal</c>: what was meant to run where, event by event.</summary>
internal static class JournalCommand
{
    public static Command Create()
    {
        LineageOptions lineage = new();
        Argument<string?> environment = new("environment") { Arity = ArgumentArity.ZeroOrOne, Description = "The environment. Default: every one." };
        new LineageCompletions(lineage).Environment(environment);
        Option<string> format = CommonOptions.Format();
        Command command = new("journal", "Tells which versions were to run in an environment, since when, and why.") { environment, format };
        lineage.AddTo(command);
        command.SetAction(result => UserCommand.Run(result, terminal =>
        {
            LineageLocation location = LineageFinder.Find(lineage.Of(result));
            return Run(location, result.GetValue(environment), result.GetValue(format)!, terminal);
        }));
        return command;
    }

    private static bool Run(LineageLocation location, string? name, string format, TerminalOutput terminal)
    {
        Lineage lineage = location.Open().Lineage;
        IReadOnlyList<LineageEnvironment> environments = name is null ? lineage.Environments : [Known(lineage, name)];
        if (format == "json")
        {
            terminal.Write(JsonValue.Of(environments.Select(JournalJson.Write)));
        }
        else if (environments.Count == 0)
        {
            terminal.Message($"No version of {location.Model} was promoted yet: `dotnet model promote <version> <environment>`.");
        }
        else
        {
            JournalText.Write(environments, lineage, terminal);
        }

        return true;
    }

    private static LineageEnvironment Known(Lineage lineage, string name)
    {
        LineageEnvironment environment = lineage.Environment(name);
        if (environment.Events.Count == 0)
        {
            // Says that nothing was promoted there.
            environment.RequireVersionId();
        }

        return environment;
    }
}
