using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Store.Verification;

/// <summary>Collects findings, and turns what reading throws into one.</summary>
internal sealed class FindingCollector
{
    private readonly HashSet<StoreFinding> findings = [];

    /// <summary>Every finding once, in ordinal order of the files.</summary>
    public IReadOnlyList<StoreFinding> InOrder() =>
    [
        .. this.findings
            .OrderBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Diagnostic.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];

    /// <summary>Adds a finding.</summary>
    public void Add(ModelDiagnostic diagnostic, string file, string message) => this.findings.Add(new StoreFinding(diagnostic, file, message));

    /// <summary>Reads something; null, and a finding, where that fails.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="unreadable">The kind of finding where the operating system refuses.</param>
    /// <param name="read">Reads it.</param>
    public T? Try<T>(string path, ModelDiagnostic unreadable, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (StoreException exception)
        {
            bool refused = exception.Diagnostic == StoreDiagnostics.StoreInaccessible;
            this.Add(refused ? unreadable : exception.Diagnostic, exception.File.Length > 0 ? exception.File : path, exception.Message);
        }

        return null;
    }
}
