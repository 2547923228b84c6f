using System.CommandLine;

namespace ModelSdk.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Project() =>
        Path(new("--project", "-p") { Description = "The model project, or its folder. Default: the project in the current folder." });

    /// <summary>An option that is a path, which must not be empty.</summary>
    public static Option<string?> Path(Option<string?> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError($"{option.Name} is empty.");
            }
        });
        return option;
    }

    public static Option<string> Format(params string[] others)
    {
        Option<string> format = new("--format") { Description = "text for people, json for programs.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(["text", "json", .. others]);
        return format;
    }

    /// <summary>Why something is done; short as in git.</summary>
    public static Option<string?> Reason(string description) => new("--reason", "-m") { Description = description, HelpName = "text" };
}
