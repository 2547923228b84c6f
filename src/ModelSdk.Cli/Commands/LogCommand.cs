using System.CommandLine;
using System.Globalization;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Store;

namespace ModelSdk.Cli.Commands;

/// <summary><c>log</c>: the versions of a model, newest first.</summary>
internal static class LogCommand
{
    public static Command Create()
    {
        Option<int> limit = new("--limit", "-n") { Description = "The most versions to list.", HelpName = "number", DefaultValueFactory = _ => 30 };
        limit.Validators.Add(result =>
        {
            // A value that is no number has its own error already.
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int number) && number < 1)
            {
                result.AddError("--limit must be a number from 1.");
            }
        });
        Option<bool> all = new("--all") { Description = "List every version." };
        Option<string> format = CommonOptions.Format();
        LineageOptions lineage = new();
        Command command = new("log", "Lists the committed versions of a model as a graph, newest first.") { limit, all, format };
        lineage.AddTo(command);
        command.SetAction(result => UserCommand.Run(result, terminal => Run(
            LineageFinder.Find(lineage.Of(result)), result.GetValue(all) ? int.MaxValue : result.GetValue(limit), result.GetValue(format)!, terminal)));
        return command;
    }

    private static bool Run(LineageLocation location, int limit, string format, TerminalOutput terminal)
    {
        Lineage lineage = location.Open().Lineage;
        VersionEntry[] versions = NewestFirst(lineage);
        VersionEntry[] shown = [.. versions.Take(limit)];
        VersionStates states = LineageReading.Read(lineage, shown, terminal);
        if (format == "json")
        {
            terminal.Write(LogJson.Write(states, shown));
            return true;
        }

        if (versions.Length == 0)
        {
            terminal.Message($"{location.Model} has no version yet: `dotnet model commit -m \"…\"` makes the first.");
            return true;
        }

        new LogText(states, terminal).Write(versions, limit);
        foreach (string hint in Hints(states))
        {
            terminal.Note(hint);
        }

        return true;
    }

    private static IEnumerable<string> Hints(VersionStates states)
    {
        if (states.Lineage.Leaves.Count > 1)
        {
            yield return "The next commit follows every leaf; `dotnet model retire <version>` ends one.";
        }

        foreach (LineageEnvironment environment in states.Environments.Where(environment => environment.IsInConflict))
        {
            yield return $"Merged branches disagree about {environment.Name}; `dotnet model journal {environment.Name}` tells more.";
        }
    }

    private static VersionEntry[] NewestFirst(Lineage lineage) =>
        [.. LineageOrder.ParentsFirst(lineage.Versions, version => version.Id, version => version.Parents, version => version.Time).Reverse()];
}
