namespace ModelSdk.Engine.Profiles;

/// <summary>How many rows hold a category.</summary>
/// <param name="Name">The category, as the data writes it; <c>true</c> or <c>false</c> for a boolean.</param>
/// <param name="Count">The rows, at least 1.</param>
public sealed record CategoryCount(string Name, int Count);
