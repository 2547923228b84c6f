using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Comparison;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Cli.Lineages;

/// <summary>Compares two committed versions.</summary>
internal static class VersionPair
{
    /// <summary>How they differ. Where the later one was scored against the earlier one when it was committed, metrics stand on the same rows.</summary>
    public static VersionDifference Compare(ProjectLineage lineage, VersionEntry before, VersionEntry after)
    {
        ComparedVersion earlier = Named(lineage, before, after);
        ComparedVersion later = Named(lineage, after, before);
        return VersionComparer.Compare(earlier with { RescoredMetrics = RescoredMetrics(later.Record, before.Id) }, later);
    }

    private static ComparedVersion Named(ProjectLineage lineage, VersionEntry version, VersionEntry other)
    {
        ComparedVersion compared = ComparedVersions.Of(lineage, version);
        return version.Number == other.Number ? compared with { Name = version.Name } : compared;
    }

    private static KeyValuePair<string, double>[]? RescoredMetrics(VersionRecord record, string parent)
    {
        JsonValue? difference = record.Changes?.Items.FirstOrDefault(change => change["parent"]?.Text == parent)?["difference"];
        return difference?["basis"]?.Text != "rescored"
            ? null
            : [.. (difference["metrics"]?.Items ?? []).Where(metric => metric["before"] is not null).Select(metric => KeyValuePair.Create(metric["name"]?.Text ?? "", metric["before"]!.Number))];
    }
}
