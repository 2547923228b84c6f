using System.CommandLine;
using ModelSdk.Cli.Commands;
using ModelSdk.Cli.Processes;

RootCommand root = new("Looks after the models of .NET projects that use ModelSdk: contracts, evaluation, inspection.")
{
    InitCommand.Create(),
    ContractCommand.Create(),
    ShowCommand.Create(),
    EvaluateCommand.Create(),
    RunStationsCommand.Create(),
    VerifyPredictorCommand.Create(),
};
ParseResult parsed = root.Parse(args);
int exitCode = parsed.Invoke();
return parsed.Errors.Count > 0 ? ExitCode.WrongArguments : exitCode;
