namespace ModelSdk.Engine.Gates;

/// <summary>A difference between the gates of two versions.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Text">The same for people: <c>Min on RocAuc went from 0.90 to 0.85</c>.</param>
public sealed record GateChange(GateChangeKind Kind, string Text);
