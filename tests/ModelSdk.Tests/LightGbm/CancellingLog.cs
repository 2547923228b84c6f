using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.LightGbm;

/// <summary>Cancels when it hears a certain progress.</summary>
internal sealed class CancellingLog(CancellationTokenSource source, string start) : IEngineLog
{
    public int Lines { get; private set; }

    public void Report(ModelDiagnostic diagnostic, string text, SourceLocation location)
    {
    }

    public void Message(string text)
    {
    }

    public void Progress(string text)
    {
        this.Lines++;
        if (text.StartsWith(start, StringComparison.Ordinal))
        {
            source.Cancel();
        }
    }
}
