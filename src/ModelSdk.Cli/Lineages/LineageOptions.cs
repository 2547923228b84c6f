using System.CommandLine;
using System.CommandLine.Parsing;
using ModelSdk.Cli.Commands;

namespace ModelSdk.Cli.Lineages;

/// <summary>The options by which a command is told which versions are meant.</summary>
internal sealed class LineageOptions
{
    private readonly Option<string?> project = CommonOptions.Project();

    private readonly Option<string?> store = new("--store") { Description = "A store instead of a project: the folder .models.", HelpName = "folder" };

    private readonly Option<string?> model = new("--model") { Description = "The model. Default: the project's, or the only one of the store.", HelpName = "name" };

    private readonly Option<string?> optionsFile = new("--options") { Hidden = true, Description = "An options file that a build wrote." };

    /// <summary>Adds the options to a command that looks at versions.</summary>
    public void AddTo(Command command)
    {
        command.Add(this.project);
        command.Add(this.store);
        command.Add(this.model);
    }

    /// <summary>Adds the options to a command that looks at a whole store.</summary>
    public void AddToWhole(Command command)
    {
        command.Add(this.project);
        command.Add(this.store);
    }

    /// <summary>Adds the options to a command that works on a project.</summary>
    public void AddToProjectChange(Command command)
    {
        command.Add(this.project);
        command.Add(this.optionsFile);
    }

    /// <summary>Adds the options to a command that changes what the store says.</summary>
    public void AddToChange(Command command)
    {
        this.AddTo(command);
        command.Add(this.optionsFile);
        command.Validators.Add(result =>
        {
            if (result.GetResult(this.model) is not null && result.GetResult(this.store) is null)
            {
                result.AddError("--model needs --store: without it the project says which model is meant.");
            }
        });
    }

    /// <summary>Whether a build wrote the options.</summary>
    public bool HasOptionsFile(CommandResult result) => result.GetResult(this.optionsFile) is not null;

    /// <summary>What a person asked for.</summary>
    public LineageRequest Of(ParseResult result) =>
        new(Given(result, this.project), Given(result, this.store), Given(result, this.model)) { OptionsFile = Given(result, this.optionsFile) };

    // Not every command has every option.
    private static string? Given(ParseResult result, Option<string?> option) => result.GetResult(option) is null ? null : result.GetValue(option);
}
