using System.CommandLine;
using System.CommandLine.Invocation;
using ModelSdk.Cli.Processes;

namespace ModelSdk.Cli.Commands;

/// <summary><c>dotnet model</c>: every command, in the order in which a project meets them.</summary>
internal static class ModelCommand
{
    private const string Description = """
        Looks after the models of .NET projects that use ModelSdk: contracts, evaluation, versions.
        Exit codes: 0 done, 1 failed, 2 wrong arguments, 70 a fault of ours, 130 cancelled.
        """;

    public static RootCommand Create() => new(Description)
    {
        InitCommand.Create(),
        ContractCommand.Create(),
        EvaluateCommand.Create(),
        SnapshotCommand.Create(),
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
        IReadOnlyList<string> given = arguments.Count == 0 ? ["--help"] : arguments;
        ParseResult parsed = Create().Parse(given, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction action)
        {
            return UsageError.Show(parsed, action, configuration.Error);
        }

        int exitCode = parsed.Invoke(configuration);
        return parsed.Errors.Count > 0 ? ExitCode.WrongArguments : exitCode;
    }
}
