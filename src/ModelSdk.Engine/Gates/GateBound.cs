namespace ModelSdk.Engine.Gates;

/// <summary>One bound of a gate.</summary>
/// <param name="Kind">How a value is compared.</param>
/// <param name="Limit">With what.</param>
public sealed record GateBound(GateBoundKind Kind, GateLimit Limit)
{
    /// <summary>Whether the bound limits the change against a baseline.</summary>
    public bool IsRelative => this.Kind.IsRelative();
}
