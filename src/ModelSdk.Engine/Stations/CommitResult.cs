using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Engine.Stations;

/// <summary>The version that a model has after a commit.</summary>
/// <param name="Version">The version.</param>
/// <param name="Record">Its record.</param>
/// <param name="IsNew">Whether this commit made it; false where the model was committed before.</param>
public sealed record CommitResult(VersionEntry Version, VersionRecord Record, bool IsNew);
