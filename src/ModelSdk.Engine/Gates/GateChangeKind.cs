namespace ModelSdk.Engine.Gates;

/// <summary>What happened to a bound between two versions, what needs attention first.</summary>
public enum GateChangeKind
{
    /// <summary>It lets more models pass than it did.</summary>
    Loosened,

    /// <summary>It is no longer there.</summary>
    Removed,

    /// <summary>It lets fewer models pass than it did.</summary>
    Tightened,

    /// <summary>It was not there.</summary>
    Added,
}
