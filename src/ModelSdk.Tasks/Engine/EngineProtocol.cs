using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ModelSdk.Tasks.Engine;

/// <summary>Turns the lines of the engine into log calls, see docs/engine-protocol.md.</summary>
internal sealed class EngineProtocol(TaskLoggingHelper log)
{
    /// <summary>What the line <c>end</c> said; null as long as there was none.</summary>
    public string? Outcome { get; private set; }

    public void Handle(string text)
    {
        EngineLine? line = EngineLine.TryParse(text);
        switch (line?.Type)
        {
            case "message":
                log.LogMessage(Importance(line["importance"]), line["text"]);
                break;
            case "progress":
                log.LogMessage(MessageImportance.High, line["text"]);
                break;
            case "diagnostic":
                SourcePlace place = new(line["file"], line.Number("line"), line.Number("column"), line.Number("endLine"), line.Number("endColumn"));
                log.Report(line["severity"], line["code"], line["text"], place, line["help"]);
                break;
            case "end":
                Outcome = line["outcome"];
                break;
            default:
                log.LogMessage(MessageImportance.Low, text);
                break;
        }
    }

    private static MessageImportance Importance(string name) => name switch
    {
        "high" => MessageImportance.High,
        "low" => MessageImportance.Low,
        _ => MessageImportance.Normal,
    };
}
