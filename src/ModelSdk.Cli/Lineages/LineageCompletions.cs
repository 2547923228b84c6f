using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using ModelSdk.Store;

namespace ModelSdk.Cli.Lineages;

/// <summary>Names for a shell to complete: what can be read at once, and nothing where that fails.</summary>
/// <param name="options">Tell which versions are meant.</param>
internal sealed class LineageCompletions(LineageOptions options)
{
    /// <summary>An argument that is a version.</summary>
    public Argument<T> Version<T>(Argument<T> argument) => this.Named(argument, Versions);

    /// <summary>An argument that is a version which no other follows.</summary>
    public Argument<T> Leaf<T>(Argument<T> argument) => this.Named(argument, Leaves);

    /// <summary>An argument that is an environment.</summary>
    public Argument<T> Environment<T>(Argument<T> argument) => this.Named(argument, Names);

    /// <summary>An option that is a version.</summary>
    public Option<T> Version<T>(Option<T> option)
    {
        option.CompletionSources.Add(context => this.Read(context, Versions));
        option.HelpName = "version";
        return option;
    }

    private static IEnumerable<string> Versions(Lineage lineage) =>
    [
        .. lineage.Versions.Select(new ShortNames(lineage).Of),
        .. Names(lineage),
        .. lineage.Leaves.Count == 1 ? ["parent"] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Leaves(Lineage lineage) => lineage.Leaves.Select(new ShortNames(lineage).Of);

    private static IEnumerable<string> Names(Lineage lineage) => lineage.Environments.Select(environment => environment.Name);

    private Argument<T> Named<T>(Argument<T> argument, Func<Lineage, IEnumerable<string>> names)
    {
        argument.CompletionSources.Add(context => IsAtCursor(argument, context) ? this.Read(context, names) : []);
        // Else the help page would ask for the words.
        argument.HelpName = argument.Name;
        return argument;
    }

    /// <summary>Every argument of a command is asked for words, also those that are given already.</summary>
    private static bool IsAtCursor(Argument argument, CompletionContext context)
    {
        CommandResult command = context.ParseResult.CommandResult;
        Func<Argument, bool> isGiven = other => command.GetResult(other) is { Tokens.Count: > 0 };
        return argument == (context.WordToComplete.Length > 0 ? command.Command.Arguments.LastOrDefault(isGiven) : command.Command.Arguments.FirstOrDefault(other => !isGiven(other)));
    }

    private IEnumerable<CompletionItem> Read(CompletionContext context, Func<Lineage, IEnumerable<string>> names)
    {
        try
        {
            return [.. names(LineageFinder.FindAtOnce(options.Of(context.ParseResult)).Open().Lineage).Select(name => new CompletionItem(name))];
        }
        catch (Exception)
        {
            // Half a command line may mean anything, and a message in the middle of it helps nobody.
            return [];
        }
    }
}
