namespace ModelSdk.Engine.Output;

/// <summary>Where the engine's words go: JSON lines for the build, a terminal for people.</summary>
public interface IEngineOutput
{
    /// <summary>Shows a line that a user should read.</summary>
    /// <param name="text">One line.</param>
    void Message(string text);

    /// <summary>Shows how far the work is.</summary>
    /// <param name="station">The station at work.</param>
    /// <param name="text">One line.</param>
    void Progress(string station, string text);

    /// <summary>Shows a diagnostic whose severity is final.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    void Diagnostic(ReportedDiagnostic diagnostic);
}
