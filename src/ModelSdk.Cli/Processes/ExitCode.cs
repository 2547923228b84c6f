namespace ModelSdk.Cli.Processes;

/// <summary>What the process returns; docs/cli.md and docs/engine-protocol.md list them.</summary>
internal static class ExitCode
{
    public const int Succeeded = 0;
    public const int Failed = 1;
    public const int WrongArguments = 2;
    public const int OurFault = 70;
    public const int Cancelled = 130;
}
