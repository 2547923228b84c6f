using ModelSdk.Engine.Output;

namespace ModelSdk.Benchmarks.Training;

/// <summary>Shows diagnostics only.</summary>
internal sealed class ErrorOutput : IEngineOutput
{
    public void Message(string text)
    {
    }

    public void Progress(string station, string text)
    {
    }

    public void Diagnostic(ReportedDiagnostic diagnostic) => Console.Error.WriteLine(diagnostic);
}
