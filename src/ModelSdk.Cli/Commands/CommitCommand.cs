using System.CommandLine;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;

namespace ModelSdk.Cli.Commands;

/// <summary><c>commit</c>: records what the project builds as a version. The target <c>CommitModel</c> starts it with <c>--options</c> alone.</summary>
internal static class CommitCommand
{
    public static Command Create()
    {
        Option<string?> project = CommonOptions.Project();
        Option<string?> optionsFile = new("--options") { Hidden = true, Description = "The options file that the build wrote." };
        Option<string?> reason = CommonOptions.Reason("Why this version is made.");
        Option<string?> reasonFile = new("--reason-file", "-F") { Description = "A file with the reason.", HelpName = "file" };
        Option<string[]> parents = new("--parent") { Description = "A version that it follows; may be given several times. Default: every leaf.", HelpName = "version" };
        Option<string> format = CommonOptions.Format();
        Command command = new("commit", "Brings the build up to date and records it as a version, with the reason.") { reason, reasonFile, parents, format, project, optionsFile };
        command.Validators.Add(result =>
        {
            int given = (result.GetResult(reason) is null ? 0 : 1) + (result.GetResult(reasonFile) is null ? 0 : 1);
            if (given == 2 || (given == 0 && result.GetResult(optionsFile) is null))
            {
                result.AddError("Give the reason either with -m or with -F.");
            }
        });
        command.SetAction(result =>
        {
            CommitRequest request = new(result.GetValue(reason) ?? "") { Parents = result.GetValue(parents) ?? [] };
            if (result.GetResult(reason) is null && result.GetResult(reasonFile) is null)
            {
                return BuildProcess.Run(result.GetRequiredValue(optionsFile)!, (options, output) => RunForBuild(options, request, output));
            }

            LineageRequest place = new(result.GetValue(project), null, null) { OptionsFile = result.GetValue(optionsFile) };
            return UserCommand.Run(result, terminal => Run(place, WithReason(request, result.GetValue(reasonFile)), result.GetValue(format)!, terminal));
        });
        return command;
    }

    private static CommitRequest WithReason(CommitRequest request, string? file) =>
        file is null ? request : request with { Reason = File.ReadAllText(file), ReasonFile = Path.GetFullPath(file) };

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
        ProjectProperty property = options.Property("ModelReasonFile");
        string file = Path.Combine(options.ProjectDirectory, property.Value.Replace('\\', Path.DirectorySeparatorChar));
        string reason = File.Exists(file) ? File.ReadAllText(file) : "";
        if (string.IsNullOrWhiteSpace(reason))
        {
            string what = property.Value.Length == 0 ? "ModelReasonFile is not set: it names a file with the reason"
                : File.Exists(file) ? $"{file}, which ModelReasonFile names, is empty"
                : $"{file}, which ModelReasonFile names, does not exist";
            new StationLog("commit", new DiagnosticPolicy(options), output).Report(
                LineageDiagnostics.EmptyReason, $"A version is recorded with the reason why it was made. {what}. `dotnet model commit -m \"…\"` does the same.", property.Location);
            return false;
        }

        return CommitStation.Run(options, request with { Reason = reason, ReasonFile = file }, output, CancellationToken.None) is not null;
    }
}
