using System.CommandLine;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Cli.Projects;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Inference;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;

namespace ModelSdk.Cli.Commands;

/// <summary><c>init</c>: infers a contract from data and explains it.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        Argument<string[]> data = new("data") { Arity = ArgumentArity.ZeroOrMore, Description = "Data files. Default: the project's TrainingData." };
        Option<string?> project = CommonOptions.Project();
        Option<string?> label = new("--label") { Description = "The column to predict. Default: the project's ModelLabel." };
        Option<ModelTask?> task = new("--task") { Description = "What the model predicts. Default: the project's ModelTask." };
        Option<string?> positive = new("--positive-label") { Description = "The positive class of a binary label that is not 0/1, true/false or yes/no." };
        Option<string?> output = CommonOptions.Path(new("--output", "-o") { Description = "The contract's file. Default: <ModelName>.schema.json beside the project." });
        Option<bool> force = new("--force") { Description = "Replace an existing contract; edits in it are lost (`contract update` keeps them)." };
        Option<string> format = CommonOptions.Format();
        Command command = new("init", "Infers the contract from data, writes it, and says what it decided and why.") { data, project, label, task, positive, output, force, format };
        command.SetAction(result => UserCommand.Run(result, terminal =>
        {
            InferenceSource source = InferenceSource.Find(
                result.GetValue(project), result.GetValue(data) ?? [], result.GetValue(label), result.GetValue(task), result.GetValue(positive), result.GetValue(output));
            return Run(source, result.GetValue(force), result.GetValue(format)!, terminal);
        }));
        return command;
    }

    private static bool Run(InferenceSource source, bool force, string format, TerminalOutput terminal)
    {
        if (File.Exists(source.ContractFile) && !force)
        {
            throw new InvalidDataException($"{source.ContractFile} exists. `dotnet model contract update` adds new columns and keeps your edits; --force infers anew.");
        }

        StationLog log = new("init", DiagnosticPolicy.None, terminal.MessagesBeside(format));
        InferredContract inferred = ContractInference.Infer(source.Training, source.Test, source.Request, log, CancellationToken.None);
        if (log.Failed)
        {
            return false;
        }

        ContractFile.Write(source.ContractFile, source.ContractFile + ".copy", inferred.Contract);
        Show(source.ContractFile, inferred, format, terminal);
        return true;
    }

    private static void Show(string file, InferredContract inferred, string format, TerminalOutput terminal)
    {
        if (format == "json")
        {
            terminal.Write(ContractJson.Inferred(file, inferred));
            return;
        }

        terminal.Message($"Wrote {Path.GetRelativePath(".", file)}; look it over and commit it:");
        foreach (string line in ContractDecisionText.Lines(inferred))
        {
            terminal.Message("  " + line);
        }
    }
}
