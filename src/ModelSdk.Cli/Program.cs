using System.CommandLine;
using ModelSdk.Cli.Commands;

RootCommand root = new("Looks after the models of .NET projects that use ModelSdk: contracts, evaluation, inspection.")
{
    InitCommand.Create(),
    ContractCommand.Create(),
    ShowCommand.Create(),
    EvaluateCommand.Create(),
    RunStationsCommand.Create(),
    VerifyPredictorCommand.Create(),
};
return root.Parse(args).Invoke();
