namespace ModelSdk.Contracts.Versions;

/// <summary>What happened to an environment.</summary>
public enum EnvironmentEventKind
{
    /// <summary>A version was put in place.</summary>
    Promotion,

    /// <summary>An earlier version was put back.</summary>
    Rollback,
}
