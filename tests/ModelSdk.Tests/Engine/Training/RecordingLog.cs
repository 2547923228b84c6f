using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Training;

/// <summary>Keeps what was said.</summary>
internal sealed class RecordingLog : IEngineLog
{
    public List<(ModelDiagnostic Diagnostic, string Text, SourceLocation Location)> Reports { get; } = [];

    public List<string> ProgressLines { get; } = [];

    public void Report(ModelDiagnostic diagnostic, string text, SourceLocation location) => this.Reports.Add((diagnostic, text, location));

    public void Message(string text)
    {
    }

    public void Progress(string text) => this.ProgressLines.Add(text);
}
