using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Store.Verification;

/// <summary>Reads every object, and those that records name and the store does not hold.</summary>
/// <param name="objects">The store's objects.</param>
/// <param name="findings">Takes damaged and missing objects.</param>
internal sealed class ObjectVerifier(ObjectStore objects, FindingCollector findings)
{
    /// <summary>The bytes of all objects so far.</summary>
    public long BytesHashed { get; private set; }

    /// <summary>Verifies objects.</summary>
    /// <param name="there">The digests of the files that are there.</param>
    /// <param name="named">The digests that records name, each with what it is.</param>
    public void Verify(IReadOnlyList<string> there, IReadOnlyDictionary<string, string> named)
    {
        foreach (string digest in there.Union(named.Keys))
        {
            string what = named.GetValueOrDefault(digest, $"the object {VersionId.Abbreviate(digest)}");
            findings.Try(objects.PathOf(digest), StoreDiagnostics.DamagedObject, () => this.Read(digest, what));
        }
    }

    private byte[] Read(string digest, string what)
    {
        FileInfo file = new(objects.PathOf(digest));
        this.BytesHashed += file.Exists ? file.Length : 0;
        return objects.Read(digest, what);
    }
}
