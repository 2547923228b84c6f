using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Engine.Versions;

/// <summary>A committed version that is built as it was recorded: nothing is trained, evaluated or judged again.</summary>
/// <param name="Entry">The version.</param>
/// <param name="Record">Its record.</param>
/// <param name="Why">Why it is built, for messages: <c>ModelPinnedVersion is production</c>.</param>
public sealed record RecordedVersion(VersionEntry Entry, VersionRecord Record, string Why);
