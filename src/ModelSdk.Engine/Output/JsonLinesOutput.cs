using System.Text;
using System.Text.Json;
using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Engine.Output;

/// <summary>Speaks the protocol of docs/engine-protocol.md: one flat JSON object a line.</summary>
/// <param name="stream">Standard output.</param>
public sealed class JsonLinesOutput(Stream stream) : IEngineOutput
{
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public void Message(string text) => this.Write(writer =>
    {
        writer.WriteString("type", "message");
        writer.WriteString("importance", "high");
        writer.WriteString("text", text);
    });

    /// <inheritdoc/>
    public void Progress(string station, string text) => this.Write(writer =>
    {
        writer.WriteString("type", "progress");
        writer.WriteString("station", station);
        writer.WriteString("text", text);
    });

    /// <inheritdoc/>
    public void Diagnostic(ReportedDiagnostic diagnostic) => this.Write(writer =>
    {
        writer.WriteString("type", "diagnostic");
        writer.WriteString("severity", diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning");
        writer.WriteString("code", diagnostic.Code);
        writer.WriteString("text", diagnostic.Text);
        writer.WriteString("file", diagnostic.Location.File);
        writer.WriteNumber("line", diagnostic.Location.Line);
        writer.WriteNumber("column", diagnostic.Location.Column);
        writer.WriteNumber("endLine", 0);
        writer.WriteNumber("endColumn", 0);
        writer.WriteString("help", new ModelDiagnostic(diagnostic.Code, diagnostic.Severity, "").HelpLink);
    });

    /// <summary>Says that the engine came to its end.</summary>
    /// <param name="succeeded">Whether no error was reported.</param>
    public void End(bool succeeded) => this.Write(writer =>
    {
        writer.WriteString("type", "end");
        writer.WriteString("outcome", succeeded ? "succeeded" : "failed");
    });

    private void Write(Action<Utf8JsonWriter> members)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter writer = new(line))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        line.Write(Encoding.UTF8.GetBytes("\n"));
        lock (this.gate)
        {
            line.WriteTo(stream);
            stream.Flush();
        }
    }
}
