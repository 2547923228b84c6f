using System.CommandLine;
using System.Globalization;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Cli.Projects;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Inference;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;
using Spectre.Console;

namespace ModelSdk.Cli.Commands;

/// <summary><c>contract</c>: shows a project's contract; <c>contract update</c>: merges what is new in the data.</summary>
internal static class ContractCommand
{
    public static Command Create()
    {
        Option<string?> project = CommonOptions.Project();
        Option<string> format = CommonOptions.Format();
        Command command = new("contract", "Shows the contract between data, model and code.") { project, format, Update() };
        command.SetAction(result => UserCommand.Run(result, terminal => Show(result.GetValue(project), result.GetValue(format)!, terminal)));
        return command;
    }

    private static Command Update()
    {
        Option<string?> project = CommonOptions.Project();
        Command command = new("update", "Adds new columns and classes to the contract, removes vanished ones, and keeps your edits.") { project };
        command.SetAction(result => UserCommand.Run(result, terminal => Update(result.GetValue(project), terminal)));
        return command;
    }

    private static bool Show(string? project, string format, TerminalOutput terminal)
    {
        string path = RequiredContract(project);
        if (ContractFile.Read(path, new StationLog("contract", DiagnosticPolicy.None, terminal)) is not { } contract)
        {
            return false;
        }

        if (format == "json")
        {
            terminal.Write(ContractWriter.Write(contract).TrimEnd() + "\n");
            return true;
        }

        Table table = terminal.Table().AddColumns("Column", "Property", "Role", "Kind", "Values");
        foreach (ContractColumn column in contract.Columns)
        {
            string kind = ContractWriter.Word(column.Kind) + (column.Nullable ? "?" : "");
            table.AddRow(
                Cell.Of(column.Name), Cell.Of(column.Property), Cell.Of(ContractWriter.Word(column.Role)), Cell.Of(kind), Cell.Of(Values(column)));
        }

        terminal.Message($"{contract.Task}, {Path.GetRelativePath(".", path)}");
        terminal.Write(table);
        return true;
    }

    private static bool Update(string? project, TerminalOutput terminal)
    {
        InferenceSource source = InferenceSource.Find(project, [], null, null, null, null);
        StationLog log = new("contract", DiagnosticPolicy.None, terminal);
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
        terminal.Message(updated.Changes.Count == 0 ? "The contract fits the data; nothing changed." : $"Updated {Path.GetRelativePath(".", source.ContractFile)}:");
        foreach (string change in updated.Changes)
        {
            terminal.Message("  " + change);
        }

        return !log.Failed;
    }

    private static string RequiredContract(string? project)
    {
        ProjectOptions options = ModelProject.Require(project);
        return File.Exists(options.ContractFile)
            ? options.ContractFile
            : throw new InvalidDataException($"{options.ContractFile} does not exist yet; `dotnet build` or `dotnet model init` makes it.");
    }

    private static string Values(ContractColumn column)
    {
        if (column.Classes.Count > 0)
        {
            return string.Join(", ", column.Classes.Select(name => name == column.Positive ? name + " (positive)" : name));
        }

        return column.Minimum is { } minimum && column.Maximum is { } maximum
            ? string.Create(CultureInfo.InvariantCulture, $"{minimum} … {maximum}") + (column.Unit is { } unit ? " " + unit : "")
            : column.Closed ? string.Join(", ", column.Categories) : "";
    }
}
