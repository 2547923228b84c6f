using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Output;

/// <summary>Hears nothing: for work whose warnings concern another version than the one that is built.</summary>
internal sealed class SilentLog : IEngineLog
{
    public static SilentLog Instance { get; } = new();

    public void Report(ModelDiagnostic diagnostic, string text, SourceLocation location)
    {
    }

    public void Message(string text)
    {
    }

    public void Progress(string text)
    {
    }
}
