using ModelSdk.Cli.Output;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;

namespace ModelSdk.Cli.Processes;

/// <summary>Runs a command that a person typed: diagnostics instead of stack traces, and an exit code.</summary>
internal static class UserCommand
{
    /// <summary>Runs the work.</summary>
    /// <param name="work">Returns whether it succeeded.</param>
    public static int Run(Func<TerminalOutput, bool> work)
    {
        TerminalOutput output = new();
        try
        {
            return work(output) ? ExitCode.Succeeded : ExitCode.Failed;
        }
        catch (ModelBuildException exception)
        {
            output.Diagnostic(new ReportedDiagnostic(exception.Diagnostic.Code, exception.Diagnostic.Severity, exception.Message, exception.Location));
            return ExitCode.Failed;
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCode.Failed;
        }
    }
}
