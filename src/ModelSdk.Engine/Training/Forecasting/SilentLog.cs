using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>Keeps to itself what a regression on lags reports: its columns are none that a user could change.</summary>
internal sealed class SilentLog : IEngineLog
{
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
