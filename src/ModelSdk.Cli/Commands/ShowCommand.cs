using System.CommandLine;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Cli.Projects;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Cli.Commands;

/// <summary><c>show</c>: what a model is: version, recipe, metrics, and its coefficients in the units of the data.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        Argument<string?> file = new("model") { Arity = ArgumentArity.ZeroOrOne, Description = "A .safetensors file or the folder of a project. Default: the model that the project built." };
        Option<string?> project = CommonOptions.Project();
        Option<string> format = CommonOptions.Format();
        Command command = new("show", "Shows a model: version, recipe, metrics and coefficients.") { file, project, format };
        command.SetAction(result => UserCommand.Run(_ =>
        {
            (ModelFile model, VersionRecord? record) = Open(result.GetValue(file), result.GetValue(project));
            IReadOnlyList<CoefficientTable> coefficients = CoefficientTable.From(model);
            if (result.GetValue(format) == "json")
            {
                Console.Out.Write(ModelJson.Write(model, record, coefficients));
            }
            else
            {
                ModelText.Write(model, record, coefficients);
            }

            return true;
        }));
        return command;
    }

    private static (ModelFile Model, VersionRecord? Record) Open(string? file, string? project)
    {
        if (file is not null && !Directory.Exists(file))
        {
            return (ModelFile.Read(File.ReadAllBytes(file)), null);
        }

        ProjectOptions options = ModelProject.Require(file ?? project);
        BuiltModel built = BuiltModel.Open(options);
        TerminalOutput.Note(built.NotReleased);
        return (built.Model, built.Version);
    }
}
