using System.CommandLine;
using ModelSdk.Cli.Processes;

namespace ModelSdk.Cli.Commands;

/// <summary><c>dotnet model</c>: every command, in the order in which a project meets them.</summary>
internal static class ModelCommand
{
    public static RootCommand Create() => new("Looks after the models of .NET projects that use ModelSdk: contracts, evaluation, versions.")
    {
        InitCommand.Create(),
        ContractCommand.Create(),
        EvaluateCommand.Create(),
        ShowCommand.Create(),
        CommitCommand.Create(),
        LogCommand.Create(),
        DiffCommand.Create(),
        PromoteCommand.Create(),
        RollbackCommand.Create(),
        JournalCommand.Create(),
        RetireCommand.Create(),
        RestoreCommand.Create(),
        AttestCommand.Create(),
        VerifyCommand.Create(),
        CompletionsCommand.Create(),
        RunStationsCommand.Create(),
        VerifyPredictorCommand.Create(),
    };

    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>An exit code; <see cref="ExitCode"/> lists them.</returns>
    public static int Run(IReadOnlyList<string> arguments, InvocationConfiguration configuration)
    {
        // A reason may begin with "@", which would otherwise name a file with arguments.
        ParseResult parsed = Create().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        int exitCode = parsed.Invoke(configuration);
        return parsed.Errors.Count > 0 ? ExitCode.WrongArguments : exitCode;
    }
}
