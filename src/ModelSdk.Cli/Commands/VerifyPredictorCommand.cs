using System.CommandLine;
using ModelSdk.Cli.Processes;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Verification;

namespace ModelSdk.Cli.Commands;

/// <summary><c>verify-predictor</c>: what the build starts after the compiler; docs/engine-protocol.md.</summary>
internal static class VerifyPredictorCommand
{
    public static Command Create()
    {
        Option<string> options = new("--options") { Required = true, Description = "The options file that the build wrote." };
        Option<string> request = new("--request") { Required = true, Description = "The request file that the build wrote." };
        Command command = new("verify-predictor", "Compares the compiled class with the engine.") { options, request };
        command.Hidden = true;
        command.SetAction(result => BuildProcess.Run(
            result.GetRequiredValue(options),
            (project, output) => VerifyPredictorStation.Run(VerificationRequest.Read(result.GetRequiredValue(request)), project, output)));
        return command;
    }
}
