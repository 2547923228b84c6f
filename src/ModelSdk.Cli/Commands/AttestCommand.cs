using System.CommandLine;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Cli.Commands;

/// <summary><c>attest</c>: trains a version anew and compares the model.</summary>
internal static class AttestCommand
{
    public static Command Create()
    {
        LineageOptions lineage = new();
        Argument<string?> version = new("version") { Arity = ArgumentArity.ZeroOrOne, Description = "The version, by any of its names. Default: parent." };
        new LineageCompletions(lineage).Version(version);
        Option<string> format = CommonOptions.Format();
        Command command = new("attest", "Trains a version anew by its recorded recipe and proves that the same model comes out.") { version, format };
        lineage.AddToProjectChange(command);
        command.SetAction(result => UserCommand.Run(result, terminal =>
            Run(LineageFinder.ProjectForChange(lineage.Of(result)), result.GetValue(version) ?? "parent", result.GetValue(format)!, terminal)));
        return command;
    }

    private static bool Run(ProjectOptions project, string name, string format, TerminalOutput terminal)
    {
        if (format != "json")
        {
            return AttestStation.Run(project, name, terminal, CancellationToken.None);
        }

        VersionEntry version = ProjectLineage.Open(project).Lineage.Resolve(name);
        bool attested = IsReproduced(project, version, terminal);
        terminal.Write(new JsonObjectBuilder
        {
            { "version", version.Number.ToString() },
            { "id", version.Id },
            { "modelDigest", version.ModelDigest },
            { "attested", attested },
        }.Build());
        return attested;
    }

    /// <summary>A version that cannot be trained anew here is one that was not attested.</summary>
    private static bool IsReproduced(ProjectOptions project, VersionEntry version, TerminalOutput terminal)
    {
        try
        {
            return AttestStation.Run(project, version.Id, terminal.MessagesBeside("json"), CancellationToken.None);
        }
        catch (ModelBuildException exception) when (exception.Diagnostic == LineageDiagnostics.AttestationFailed)
        {
            terminal.Diagnostic(exception.Diagnostic, exception.Message, exception.Location);
            return false;
        }
    }
}
