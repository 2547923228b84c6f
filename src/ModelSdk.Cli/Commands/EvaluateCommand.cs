using System.CommandLine;
using System.Text;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Cli.Projects;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;

namespace ModelSdk.Cli.Commands;

/// <summary><c>evaluate</c>: shows how the built model did on its test rows, or judges it by other rows.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        Argument<string[]> data = new("data") { Arity = ArgumentArity.ZeroOrMore, Description = "Files to judge by, label included. Default: the build's test rows." };
        Option<string?> project = CommonOptions.Project();
        Option<string> format = CommonOptions.Format();
        Command command = new("evaluate", "Shows the metrics of the built model, on its test rows or on other data.") { data, project, format };
        command.SetAction(result => UserCommand.Run(result, terminal =>
            Run(ModelProject.Require(result.GetValue(project)), result.GetValue(data) ?? [], result.GetValue(format)!, terminal)));
        return command;
    }

    private static bool Run(ProjectOptions options, string[] data, string format, TerminalOutput terminal)
    {
        StationLog log = new("evaluate", DiagnosticPolicy.None, terminal.MessagesBeside(format));
        BuiltModel built = BuiltModel.Open(options);
        terminal.Note(built.NotReleased);
        ModelEvaluation? evaluation = data.Length == 0 ? built.Evaluation : OnOtherRows(built, options, data, log);
        if (evaluation is null)
        {
            return data.Length == 0
                ? throw new InvalidDataException("The build held no rows out (ModelTestFraction is 0), so there is no evaluation; name a data file.")
                : false;
        }

        if (format == "json")
        {
            terminal.Write(Encoding.UTF8.GetString(EvaluationFile.Write(evaluation)));
            return !log.Failed;
        }

        foreach (string line in EvaluationSummary.Lines(evaluation, data.Length == 0 ? "test rows" : $"rows of {string.Join(", ", data.Select(Path.GetFileName))}"))
        {
            terminal.Message(line);
        }

        return !log.Failed;
    }

    private static ModelEvaluation? OnOtherRows(BuiltModel built, ProjectOptions options, string[] data, StationLog log)
    {
        DataFile[] files = [.. data.Select(path => new DataFile(Path.GetFullPath(path), path, SourceLocation.None))];
        return ContractFile.Read(options.ContractFile, log) is { } contract ? built.Evaluate(files, contract, log) : null;
    }
}
