namespace ModelSdk.Engine.Stations;

/// <summary>What a commit is asked to record.</summary>
/// <param name="Reason">Why; must not be empty.</param>
public sealed record CommitRequest(string Reason)
{
    /// <summary>The versions to follow, by any of their names; none for the leaves of the lineage.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>Where the reason is declared, for messages.</summary>
    public string ReasonFile { get; init; } = "";

    /// <summary>Whether a build has just said everything about these stations, warnings included.</summary>
    public bool FollowsBuild { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
