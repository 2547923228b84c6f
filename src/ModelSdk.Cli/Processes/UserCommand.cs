using System.CommandLine;
using ModelSdk.Cli.Output;
using ModelSdk.Engine.Logging;
using ModelSdk.Store;

namespace ModelSdk.Cli.Processes;

/// <summary>Runs a command that a person typed: diagnostics instead of stack traces, and an exit code.</summary>
internal static class UserCommand
{
    /// <summary>Runs the work.</summary>
    /// <param name="result">What the person typed.</param>
    /// <param name="work">Returns whether it succeeded; where an error was shown, it did not.</param>
    public static int Run(ParseResult result, Func<TerminalOutput, bool> work)
    {
        TerminalOutput terminal = new(result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        try
        {
            return work(terminal) && !terminal.HasShownError ? ExitCode.Succeeded : ExitCode.Failed;
        }
        catch (ModelBuildException exception)
        {
            terminal.Diagnostic(exception.Diagnostic, exception.Message, exception.Location);
            return ExitCode.Failed;
        }
        catch (StoreException exception)
        {
            terminal.Diagnostic(exception);
            return ExitCode.Failed;
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            terminal.Note(exception.Message);
            return ExitCode.Failed;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            terminal.Note(exception.ToString());
            return ExitCode.OurFault;
        }
    }
}
