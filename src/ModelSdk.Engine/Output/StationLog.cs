using System.Diagnostics;
using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Output;

/// <summary>The log of one station: applies the project's policy, counts errors, remembers warnings to repeat, and slows progress down.</summary>
/// <param name="station">The station's name.</param>
/// <param name="policy">What becomes of warnings.</param>
/// <param name="output">Where the words go.</param>
public sealed class StationLog(string station, DiagnosticPolicy policy, IEngineOutput output) : IEngineLog
{
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromSeconds(2);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<ReportedDiagnostic> warnings = [];
    private TimeSpan nextProgress = TimeSpan.FromSeconds(1);

    /// <summary>Whether an error was reported.</summary>
    public bool Failed { get; private set; }

    /// <summary>The warnings so far, with their own severity.</summary>
    public IReadOnlyList<ReportedDiagnostic> Warnings => this.warnings;

    /// <inheritdoc/>
    public void Report(ModelDiagnostic diagnostic, string text, SourceLocation location) =>
        this.Report(new ReportedDiagnostic(diagnostic.Code, diagnostic.Severity, text, location));

    /// <summary>Reports again what an earlier run reported.</summary>
    /// <param name="diagnostic">The diagnostic with its own severity.</param>
    public void Report(ReportedDiagnostic diagnostic)
    {
        if (diagnostic.Severity == DiagnosticSeverity.Warning)
        {
            this.warnings.Add(diagnostic);
        }

        if (policy.Effective(diagnostic.Code, diagnostic.Severity) is { } severity)
        {
            this.Failed |= severity == DiagnosticSeverity.Error;
            output.Diagnostic(diagnostic with { Severity = severity });
        }
    }

    /// <inheritdoc/>
    public void Message(string text) => output.Message(text);

    /// <inheritdoc/>
    public void Progress(string text)
    {
        lock (this.clock)
        {
            TimeSpan elapsed = this.clock.Elapsed;
            if (elapsed >= this.nextProgress)
            {
                this.nextProgress = elapsed + BetweenProgress;
                output.Progress(station, string.Create(CultureInfo.InvariantCulture, $"{station} {elapsed.TotalSeconds:0} s: {text}"));
            }
        }
    }
}
