using System.CommandLine;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Processes;
using ModelSdk.Engine.Stations;

namespace ModelSdk.Cli.Commands;

/// <summary><c>attest</c>: trains a version anew and compares the model.</summary>
internal static class AttestCommand
{
    public static Command Create()
    {
        LineageOptions lineage = new();
        Argument<string> version = new("version") { Description = "The version, by any of its names.", DefaultValueFactory = _ => "parent" };
        new LineageCompletions(lineage).Version(version);
        Command command = new("attest", "Trains a version anew by its recorded recipe and proves that the same model comes out.") { version };
        lineage.AddToProjectChange(command);
        command.SetAction(result => UserCommand.Run(result, terminal =>
            AttestStation.Run(LineageFinder.ProjectForChange(lineage.Of(result)), result.GetRequiredValue(version), terminal, CancellationToken.None)));
        return command;
    }
}
