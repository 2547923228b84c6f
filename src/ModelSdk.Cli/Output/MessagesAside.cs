using ModelSdk.Engine.Output;

namespace ModelSdk.Cli.Output;

/// <summary>Keeps the engine's messages off standard output, which carries something for a program.</summary>
/// <param name="terminal">Shows them on standard error.</param>
internal sealed class MessagesAside(TerminalOutput terminal) : IEngineOutput
{
    /// <inheritdoc/>
    public void Message(string text) => terminal.Note(text);

    /// <inheritdoc/>
    public void Progress(string station, string text) => terminal.Progress(station, text);

    /// <inheritdoc/>
    public void Diagnostic(ReportedDiagnostic diagnostic) => terminal.Diagnostic(diagnostic);
}
