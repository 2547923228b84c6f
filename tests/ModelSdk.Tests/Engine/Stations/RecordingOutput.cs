using ModelSdk.Engine.Output;

namespace ModelSdk.Tests.Engine.Stations;

internal sealed class RecordingOutput : IEngineOutput
{
    public List<string> Messages { get; } = [];

    public List<ReportedDiagnostic> Diagnostics { get; } = [];

    public IEnumerable<string> Codes => this.Diagnostics.Select(diagnostic => diagnostic.Code);

    public bool Said(string part) => this.Messages.Any(message => message.Contains(part, StringComparison.Ordinal));

    public void Message(string text) => this.Messages.Add(text);

    public void Progress(string station, string text)
    {
    }

    public void Diagnostic(ReportedDiagnostic diagnostic) => this.Diagnostics.Add(diagnostic);
}
