namespace ModelSdk.Engine.Gates;

/// <summary>A bound as the project states it.</summary>
/// <param name="Value">Its value, finite.</param>
/// <param name="Text">How the project writes it, for messages.</param>
public sealed record GateLimit(double Value, string Text);
