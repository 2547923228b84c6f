using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Engine.Logging;

/// <summary>Hears nothing: for work inside other work, whose warnings concern nothing that a user could change.</summary>
public sealed class SilentLog : IEngineLog
{
    /// <summary>The only one.</summary>
    public static SilentLog Instance { get; } = new();

    /// <inheritdoc/>
    public void Report(ModelDiagnostic diagnostic, string text, SourceLocation location)
    {
    }

    /// <inheritdoc/>
    public void Message(string text)
    {
    }

    /// <inheritdoc/>
    public void Progress(string text)
    {
    }
}
