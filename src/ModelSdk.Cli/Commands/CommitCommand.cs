using System.CommandLine;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;

namespace ModelSdk.Cli.Commands;

/// <summary><c>commit</c>: records what the project builds as a version. The target <c>CommitModel</c> starts it with <c>--options</c> alone.</summary>
internal static class CommitCommand
{
    public static Command Create()
    {
        LineageOptions lineage = new();
        Option<string?> reason = CommonOptions.Reason("Why this version is made.");
        Option<string?> reasonFile = new("--reason-file", "-F") { Description = "A file with the reason, UTF-8.", HelpName = "file" };
        Option<string[]> parents = new("--parent") { Description = "A version that it follows; may be given several times. Default: every leaf." };
        new LineageCompletions(lineage).Version(parents);
        Option<string> format = CommonOptions.Format();
        Command command = new("commit", "Brings the build up to date and records it as a version, with the reason: -m or -F is required.") { reason, reasonFile, parents, format };
        lineage.AddToProjectChange(command);
        command.Validators.Add(result =>
        {
            int given = (result.GetResult(reason) is null ? 0 : 1) + (result.GetResult(reasonFile) is null ? 0 : 1);
            if (given == 2 || (given == 0 && !lineage.HasOptionsFile(result)))
            {
                result.AddError("Give the reason either with -m or with -F.");
            }
        });
        command.SetAction(result =>
        {
            CommitRequest request = new(result.GetValue(reason) ?? "") { Parents = result.GetValue(parents) ?? [] };
            return result.GetResult(reason) is null && result.GetResult(reasonFile) is null
                ? BuildProcess.Run(lineage.Of(result).OptionsFile!, (options, output) => RunForBuild(options, request, output))
                : UserCommand.Run(result, terminal => Run(lineage.Of(result), WithReason(request, result.GetValue(reasonFile)), result.GetValue(format)!, terminal));
        });
        return command;
    }

    private static CommitRequest WithReason(CommitRequest request, string? file) =>
        file is null ? request : request with { Reason = ReasonFile.Read(file), ReasonFile = Path.GetFullPath(file) };

    private static bool Run(LineageRequest place, CommitRequest request, string format, TerminalOutput terminal)
    {
        CommitResult? result = CommitStation.Run(LineageFinder.ProjectForChange(place), request, terminal.MessagesBeside(format), CancellationToken.None);
        if (result is not null && format == "json")
        {
            terminal.Write(ChangeJson.Commit(result));
        }

        return result is not null;
    }

    private static bool RunForBuild(ProjectOptions options, CommitRequest request, IEngineOutput output)
    {
        try
        {
            (string file, string reason) = ReasonFile.OfProject(options);
            return CommitStation.Run(options, request with { FollowsBuild = true, Reason = reason, ReasonFile = file }, output, CancellationToken.None) is not null;
        }
        catch (ModelBuildException exception)
        {
            new StationLog("commit", new DiagnosticPolicy(options), output).Report(exception.Diagnostic, exception.Message, exception.Location);
            return false;
        }
    }
}
