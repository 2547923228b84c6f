namespace ModelSdk.Contracts.Versions;

/// <summary>The part of a version that a change raises, the least first.</summary>
public enum VersionBump
{
    /// <summary>The same contract and the same decision on every test row.</summary>
    Patch,

    /// <summary>Other decisions, or a new optional feature: callers go on as they are.</summary>
    Minor,

    /// <summary>Callers have to change.</summary>
    Major,
}
