using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using ModelSdk.Engine.Comparison;

namespace ModelSdk.Cli.Processes;

/// <summary>Says what is wrong with a command line: on standard error, for standard output carries what was asked for.</summary>
internal static class UsageError
{
    /// <summary>Shows each error, words that could have been meant, and where the right ones are listed.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="action">What System.CommandLine would do, the help page among it.</param>
    /// <param name="error">Standard error.</param>
    public static int Show(ParseResult parsed, ParseErrorAction action, TextWriter error)
    {
        action.ShowHelp = false;
        using StringWriter text = new();
        parsed.Invoke(new InvocationConfiguration { Output = text, Error = text });
        foreach (string line in text.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            error.WriteLine(PlainText.Of(line));
        }

        error.WriteLine($"`dotnet model {Path(parsed.CommandResult)}--help` lists what is valid.");
        return ExitCode.WrongArguments;
    }

    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Path(parent)}{result.Command.Name} " : "";
}
