using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Data;

/// <summary>Keeps what a station said.</summary>
internal sealed class RecordingLog : IEngineLog
{
    public List<(ModelDiagnostic Diagnostic, string Text, SourceLocation Location)> Reports { get; } = [];

    public List<string> Messages { get; } = [];

    public List<string> ProgressLines { get; } = [];

    public void Report(ModelDiagnostic diagnostic, string text, SourceLocation location) => this.Reports.Add((diagnostic, text, location));

    public void Message(string text) => this.Messages.Add(text);

    public void Progress(string text) => this.ProgressLines.Add(text);
}
