using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Gates;

/// <summary>Remembers what was said.</summary>
internal sealed class RecordingLog : IEngineLog
{
    public List<(ModelDiagnostic Diagnostic, string Text, SourceLocation Location)> Reports { get; } = [];

    public List<string> Messages { get; } = [];

    public IEnumerable<string> Codes => this.Reports.Select(report => report.Diagnostic.Code);

    public void Report(ModelDiagnostic diagnostic, string text, SourceLocation location) => this.Reports.Add((diagnostic, text, location));

    public void Message(string text) => this.Messages.Add(text);

    public void Progress(string text) => throw new InvalidOperationException("Gates take no time.");
}
