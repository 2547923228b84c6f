using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of versions, MODEL41xx commits and promotions, MODEL42xx restored and pinned versions.</summary>
public static class LineageDiagnostics
{
    /// <summary>A version, a rollback or a retirement without a reason.</summary>
    public static readonly ModelDiagnostic EmptyReason = new("MODEL4101", Error, "A commit needs a reason");

    /// <summary>A gate failed or was not judged, and no waiver that is still valid covers it.</summary>
    public static readonly ModelDiagnostic CommitRefused = new("MODEL4102", Error, "A failed gate has no valid waiver");

    /// <summary><c>ModelVersion</c> is above the last version but below what the change demands.</summary>
    public static readonly ModelDiagnostic VersionFloorTooSmall = new("MODEL4103", Error, "ModelVersion is too small");

    /// <summary>The lineage of that name belongs to another project.</summary>
    public static readonly ModelDiagnostic OtherProject = new("MODEL4104", Error, "Two projects have the same model name");

    /// <summary>A model above 10 MB is stored in git, since there is no remote.</summary>
    public static readonly ModelDiagnostic LargeObject = new("MODEL4105", Warning, "A large file goes into the repository");

    /// <summary>A gate of the environment does not hold, or a waiver of the version has expired.</summary>
    public static readonly ModelDiagnostic PromotionRefused = new("MODEL4106", Error, "A version may not be promoted");

    /// <summary>Other processes committed while this one looked at the lineage, more often than it looks again.</summary>
    public static readonly ModelDiagnostic LineageChanged = new("MODEL4107", Error, "The lineage changed during the commit");

    /// <summary>There is no data, and no version of the lineage matches contract and options.</summary>
    public static readonly ModelDiagnostic NoMatchingVersion = new("MODEL4201", Error, "No version can be restored");

    /// <summary>There is no data, and several versions of the lineage match contract and options.</summary>
    public static readonly ModelDiagnostic SeveralMatchingVersions = new("MODEL4202", Error, "Several versions could be restored");

    /// <summary>A pinned version has another contract than the project.</summary>
    public static readonly ModelDiagnostic IncompatibleContract = new("MODEL4203", Error, "The contract does not fit the version");

    /// <summary>Training by the recorded recipe was not possible, or gave another model.</summary>
    public static readonly ModelDiagnostic AttestationFailed = new("MODEL4204", Error, "A version could not be reproduced");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } =
    [
        EmptyReason, CommitRefused, VersionFloorTooSmall, OtherProject, LargeObject,
        PromotionRefused, LineageChanged, NoMatchingVersion, SeveralMatchingVersions, IncompatibleContract,
        AttestationFailed,
    ];
}
