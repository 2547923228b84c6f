using System.CommandLine;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Cli.Projects;
using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Training.Linear;
using ModelSdk.Engine.Versions;

namespace ModelSdk.Cli.Commands;

/// <summary><c>show</c>: what the last build made, a model file, or a committed version.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        LineageOptions lineage = new();
        Argument<string?> what = new("what")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "A version by number, beginning of its id, environment or \"parent\"; or a .safetensors file; or a project's folder. Default: what the last build made.",
        };
        new LineageCompletions(lineage).Version(what);
        Option<string> format = CommonOptions.Format();
        Command command = new("show", "Shows a model: where it came from, how it was judged, its coefficients.") { what, format };
        lineage.AddTo(command);
        command.SetAction(result => UserCommand.Run(result, terminal => Run(result.GetValue(what), lineage.Of(result), result.GetValue(format)!, terminal)));
        return command;
    }

    private static bool Run(string? what, LineageRequest request, string format, TerminalOutput terminal)
    {
        if (what is null)
        {
            return ShowBuild(request, format, terminal);
        }

        if (File.Exists(what))
        {
            return Show(ModelFile.Read(File.ReadAllBytes(what)), null, format, terminal);
        }

        if (Directory.Exists(what) && ModelProject.Find(what) is not null)
        {
            return ShowBuild(request with { Project = what }, format, terminal);
        }

        return LooksLikePath(what)
            ? throw new InvalidDataException($"{what} does not exist.")
            : ShowVersion(what, request, format, terminal);
    }

    private static bool LooksLikePath(string what) =>
        what.Contains('/', StringComparison.Ordinal) || what.Contains('\\', StringComparison.Ordinal) || what.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase);

    private static bool ShowBuild(LineageRequest request, string format, TerminalOutput terminal)
    {
        BuiltModel built = BuiltModel.Open(LineageFinder.FindProject(request));
        terminal.Note(built.NotReleased);
        return Show(built.Model, built, format, terminal);
    }

    private static bool Show(ModelFile model, BuiltModel? built, string format, TerminalOutput terminal)
    {
        IReadOnlyList<CoefficientTable> coefficients = CoefficientTable.From(model);
        if (format == "json")
        {
            terminal.Write(ModelJson.Write(model, built?.Version, coefficients));
        }
        else
        {
            ModelText.Write(model, built, coefficients, terminal);
        }

        return true;
    }

    private static bool ShowVersion(string name, LineageRequest request, string format, TerminalOutput terminal)
    {
        ProjectLineage lineage = LineageFinder.Find(request).Open();
        VersionDetails details = VersionDetails.Read(lineage, lineage.Lineage.Resolve(name), terminal);
        if (format == "json")
        {
            terminal.Write(ModelJson.Write(details));
        }
        else
        {
            VersionText.Write(details, terminal);
        }

        return true;
    }
}
