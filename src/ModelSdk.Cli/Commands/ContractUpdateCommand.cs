using System.CommandLine;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Cli.Projects;
using ModelSdk.Engine.Inference;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;

namespace ModelSdk.Cli.Commands;

/// <summary><c>contract update</c>: merges what is new in the data.</summary>
internal static class ContractUpdateCommand
{
    public static Command Create()
    {
        Option<string?> project = CommonOptions.Project();
        Option<string> format = CommonOptions.Format();
        Command command = new("update", "Adds new columns and classes to the contract, removes vanished ones, and keeps your edits.") { project, format };
        command.SetAction(result => UserCommand.Run(result, terminal =>
            Run(InferenceSource.Find(result.GetValue(project), [], null, null, null, null), result.GetValue(format)!, terminal)));
        return command;
    }

    /// <summary>Updates the contract of a source.</summary>
    /// <returns>Whether no error was reported.</returns>
    public static bool Run(InferenceSource source, string format, TerminalOutput terminal)
    {
        StationLog log = new("contract", DiagnosticPolicy.None, terminal.MessagesBeside(format));
        if (!File.Exists(source.ContractFile))
        {
            throw new InvalidDataException($"{source.ContractFile} does not exist yet; `dotnet model init` makes it.");
        }

        if (ContractFile.Read(source.ContractFile, log) is not { } existing)
        {
            return false;
        }

        InferredContract inferred = ContractInference.Infer(source.Training, source.Test, source.Request, log, CancellationToken.None);
        UpdatedContract updated = ContractUpdate.Merge(existing, inferred.Contract);
        ContractFile.Write(source.ContractFile, source.ContractFile + ".copy", updated.Contract);
        Show(source.ContractFile, updated, format, terminal);
        return !log.Failed;
    }

    private static void Show(string file, UpdatedContract updated, string format, TerminalOutput terminal)
    {
        if (format == "json")
        {
            terminal.Write(ContractJson.Updated(file, updated));
            return;
        }

        terminal.Message(updated.Changes.Count == 0 ? "The contract fits the data; nothing changed." : $"Updated {Path.GetRelativePath(".", file)}:");
        foreach (string change in updated.Changes)
        {
            terminal.Message("  " + change);
        }
    }
}
