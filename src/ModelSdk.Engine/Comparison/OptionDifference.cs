namespace ModelSdk.Engine.Comparison;

/// <summary>An option that differs between two versions.</summary>
/// <param name="Name">The option's name; <c>Trainer</c> and <c>SdkVersion</c> are among them.</param>
/// <param name="Before">The earlier version's value; null where it has none.</param>
/// <param name="After">The later version's value; null where it has none.</param>
public sealed record OptionDifference(string Name, string? Before, string? After);
