using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;

namespace ModelSdk.Cli.Output;

/// <summary>Shows the engine's words to a person: messages on standard output, diagnostics on standard error as compilers print them.</summary>
internal sealed class TerminalOutput : IEngineOutput
{
    /// <summary>Says on standard error what a reader of the output should know.</summary>
    /// <param name="text">One line; nothing is said where it is null.</param>
    public static void Note(string? text)
    {
        if (text is not null)
        {
            Console.Error.WriteLine(text);
        }
    }

    /// <inheritdoc/>
    public void Message(string text) => Console.Out.WriteLine(text);

    /// <inheritdoc/>
    public void Progress(string station, string text) => Console.Error.WriteLine(text);

    /// <inheritdoc/>
    public void Diagnostic(ReportedDiagnostic diagnostic)
    {
        SourceLocation place = diagnostic.Location;
        string where = place.File.Length == 0 ? "" : place.Line == 0 ? $"{place.File}: " : $"{place.File}({place.Line},{Math.Max(1, place.Column)}): ";
        string severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        Console.Error.WriteLine($"{where}{severity} {diagnostic.Code}: {diagnostic.Text}");
    }
}
