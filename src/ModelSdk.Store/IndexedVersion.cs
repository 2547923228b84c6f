namespace ModelSdk.Store;

/// <summary>An entry of the index.</summary>
/// <param name="Length">The length of its record in bytes.</param>
/// <param name="Entry">What the record says.</param>
internal readonly record struct IndexedVersion(long Length, VersionEntry Entry);
