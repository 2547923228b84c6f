using System.Globalization;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Benchmarks;

/// <summary>Makes a lineage long for <c>build/bench.sh lineage</c>: its last version again and again, each with its own number, parent and recipe.</summary>
internal static class GrownLineage
{
    public static void Grow(string store, string model, int versions)
    {
        Lineage lineage = new ModelStore(store).Lineage(model);
        VersionEntry last = lineage.Leaves.Single();
        VersionRecord record = lineage.Read(last);
        string parent = last.Id;
        for (int number = lineage.Versions.Count; number < versions; number++)
        {
            string text = (record with
            {
                Version = string.Create(CultureInfo.InvariantCulture, $"0.{number + 1}.0"),
                Parents = [parent],
                RecipeDigest = Sha256Digest.Of(parent),
                Commit = record.Commit! with { Time = record.Commit.Time.AddMinutes(number) },
            }).ToJson();
            parent = Sha256Digest.Of(text);
            File.WriteAllText(Path.Combine(store, model, "versions", parent + ".json"), text);
        }
    }
}
