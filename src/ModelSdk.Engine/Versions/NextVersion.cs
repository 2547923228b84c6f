using ModelSdk.Contracts.Versions;

namespace ModelSdk.Engine.Versions;

/// <summary>The number that a commit would give.</summary>
/// <param name="Number">The number.</param>
/// <param name="Bump">What raised it; null for the first version.</param>
/// <param name="Why">What callers notice, in the words of the contract, what breaks them first; else one line that says why the number is what it is.</param>
public sealed record NextVersion(SemanticVersion Number, VersionBump? Bump, IReadOnlyList<string> Why)
{
    /// <summary>The parent that the number was counted from; empty for the first version.</summary>
    public string From { get; init; } = "";
}
