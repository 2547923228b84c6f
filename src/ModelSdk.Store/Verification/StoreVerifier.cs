namespace ModelSdk.Store.Verification;

/// <summary>Proves that a store is whole: hashes every record and object again, and looks for what they name.</summary>
public static class StoreVerifier
{
    /// <summary>Verifies a store. Nothing of the index is trusted, nothing is written, and no training data is needed.</summary>
    /// <param name="store">The store; one that does not exist is empty and clean.</param>
    /// <returns>All findings; damaged content never ends the verification.</returns>
    public static StoreReport Verify(ModelStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        StoreFolder folder = new(store.Root);
        FindingCollector findings = new();
        PlaceVerifier places = new(folder, findings);
        RecordVerifier records = new(folder, places, findings);
        ObjectVerifier objects = new(store.Objects, findings);

        IReadOnlyList<string> models = places.Models();
        foreach (string model in models)
        {
            records.Verify(model);
        }

        IReadOnlyList<string> digests = places.Objects();
        objects.Verify(digests, records.NamedObjects);
        return new StoreReport(findings.InOrder())
        {
            Models = models.Count,
            Versions = records.Versions,
            Events = records.Events,
            Retirements = records.Retirements,
            Objects = digests.Count,
            UnreferencedObjects = digests.Count(digest => !records.NamedObjects.ContainsKey(digest)),
            BytesHashed = records.BytesHashed + objects.BytesHashed,
        };
    }
}
