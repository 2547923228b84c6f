using System.CommandLine;
using System.Globalization;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Cli.Projects;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;
using Spectre.Console;

namespace ModelSdk.Cli.Commands;

/// <summary><c>contract</c>: shows a project's contract.</summary>
internal static class ContractCommand
{
    public static Command Create()
    {
        Option<string?> project = CommonOptions.Project();
        Option<string> format = CommonOptions.Format();
        Command command = new("contract", "Shows the contract between data, model and code.") { project, format, ContractUpdateCommand.Create() };
        command.SetAction(result => UserCommand.Run(result, terminal => Show(result.GetValue(project), result.GetValue(format)!, terminal)));
        return command;
    }

    private static bool Show(string? project, string format, TerminalOutput terminal)
    {
        string path = RequiredContract(project);
        if (ContractFile.Read(path, new StationLog("contract", DiagnosticPolicy.None, terminal.MessagesBeside(format))) is not { } contract)
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
