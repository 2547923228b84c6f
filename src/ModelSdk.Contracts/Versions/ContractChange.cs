namespace ModelSdk.Contracts.Versions;

/// <summary>A difference between two contracts that callers of the model can notice.</summary>
/// <param name="Bump">What it does to the version: <see cref="VersionBump.Major"/> where callers break, else <see cref="VersionBump.Minor"/>.</param>
/// <param name="Text">The difference in the words of the contract, for example <c>feature "region" was removed</c>.</param>
public sealed record ContractChange(VersionBump Bump, string Text);
