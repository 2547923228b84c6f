using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Benchmarks.Accuracy;

/// <summary>Hears nothing.</summary>
internal sealed class QuietLog : IEngineLog
{
    public static QuietLog Instance { get; } = new();

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
