using System.CommandLine;

namespace ModelSdk.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Project() =>
        new("--project", "-p") { Description = "The model project, or its folder. Default: the project in the current folder." };

    public static Option<string> Format()
    {
        Option<string> format = new("--format") { Description = "text for people, json for programs.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }
}
