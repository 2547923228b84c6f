using System.CommandLine;
using ModelSdk.Cli.Processes;
using ModelSdk.Engine.Stations;

namespace ModelSdk.Cli.Commands;

/// <summary><c>run-stations</c>: what the build starts; docs/engine-protocol.md.</summary>
internal static class RunStationsCommand
{
    public static Command Create()
    {
        Option<string> stations = new("--stations") { Required = true, Description = $"Comma-separated: {string.Join(',', StationRunner.Names)}." };
        Option<string> options = new("--options") { Required = true, Description = "The options file that the build wrote." };
        stations.Validators.Add(result =>
        {
            foreach (string name in Split(result.GetValueOrDefault<string>()).Except(StationRunner.Names))
            {
                result.AddError($"\"{name}\" is not a station; valid: {string.Join(", ", StationRunner.Names)}.");
            }
        });
        Command command = new("run-stations", "Runs stations of the build.") { stations, options };
        command.Hidden = true;
        command.SetAction(result => BuildProcess.Run(
            result.GetRequiredValue(options),
            (project, output) => StationRunner.Run(Split(result.GetRequiredValue(stations)), project, output, CancellationToken.None)));
        return command;
    }

    private static string[] Split(string? names) => (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
