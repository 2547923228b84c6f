using System.CommandLine;
using ModelSdk.Cli.Commands;
using ModelSdk.Contracts.Json;

namespace ModelSdk.Tests.Cli;

/// <summary>A command that was run in this process, and what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public string[] Lines => this.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public JsonValue Json => JsonReader.Parse(this.Output);

    public static CommandRun Of(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = ModelCommand.Run(arguments, new InvocationConfiguration { Output = output, Error = error });
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
