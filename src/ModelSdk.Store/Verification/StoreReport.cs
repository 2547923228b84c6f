using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Store.Verification;

/// <summary>What a store holds, and what is wrong with it.</summary>
/// <param name="Findings">Errors and warnings, in ordinal order of the files.</param>
public sealed record StoreReport(IReadOnlyList<StoreFinding> Findings)
{
    /// <summary>The number of models that have a folder.</summary>
    public int Models { get; init; }

    /// <summary>The number of version records, damaged ones included.</summary>
    public int Versions { get; init; }

    /// <summary>The number of events of all environments, damaged ones included.</summary>
    public int Events { get; init; }

    /// <summary>The number of retirements, damaged ones included.</summary>
    public int Retirements { get; init; }

    /// <summary>The number of objects, damaged ones included.</summary>
    public int Objects { get; init; }

    /// <summary>The number of objects that no readable record names: no damage, but nobody needs them.</summary>
    public int UnreferencedObjects { get; init; }

    /// <summary>The number of bytes that were read and hashed.</summary>
    public long BytesHashed { get; init; }

    /// <summary>Whether nothing but warnings was found.</summary>
    public bool IsClean => this.Findings.All(finding => finding.Diagnostic.Severity != DiagnosticSeverity.Error);
}
