using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Engine.Projects;

/// <summary>What <c>NoWarn</c>, <c>WarningsAsErrors</c>, <c>WarningsNotAsErrors</c> and <c>TreatWarningsAsErrors</c> make of a diagnostic.</summary>
public sealed class DiagnosticPolicy
{
    private readonly HashSet<string> silenced = [];
    private readonly HashSet<string> raised = [];
    private readonly HashSet<string> kept = [];
    private readonly bool raiseAll;

    private DiagnosticPolicy()
    {
    }

    /// <summary>Reads the four properties.</summary>
    /// <param name="options">What the build said.</param>
    public DiagnosticPolicy(ProjectOptions options)
    {
        this.silenced = Codes(options.Property("NoWarn"));
        this.raised = Codes(options.Property("WarningsAsErrors"));
        this.kept = Codes(options.Property("WarningsNotAsErrors"));
        this.raiseAll = options.Property("TreatWarningsAsErrors").Value.Equals("true", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Leaves every diagnostic as it is.</summary>
    public static DiagnosticPolicy None { get; } = new();

    /// <summary>The severity that counts, or null where the warning is silenced. Errors stay errors.</summary>
    /// <param name="code">The diagnostic's code.</param>
    /// <param name="severity">Its own severity.</param>
    public DiagnosticSeverity? Effective(string code, DiagnosticSeverity severity)
    {
        if (severity == DiagnosticSeverity.Error)
        {
            return severity;
        }

        if (this.silenced.Contains(code))
        {
            return null;
        }

        bool isError = this.raised.Contains(code) || (this.raiseAll && !this.kept.Contains(code));
        return isError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
    }

    private static HashSet<string> Codes(ProjectProperty property) =>
        new(property.Value.Split([';', ',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
