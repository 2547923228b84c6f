using ModelSdk.Cli.Lineages;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Cli.Output;

/// <summary>The versions of a lineage as JSON for programs.</summary>
internal static class LogJson
{
    /// <summary>An array with an object for each version.</summary>
    public static JsonValue Write(VersionStates states, IEnumerable<VersionEntry> versions) => JsonValue.Of(versions.Select(version => Write(states, version)));

    private static JsonValue Write(VersionStates states, VersionEntry version) => new JsonObjectBuilder
    {
        { "version", version.Number.ToString() },
        { "id", version.Id },
        { "parents", version.Parents },
        { "time", RecordTime.Write(version.Time) },
        { "author", version.Author },
        { "reason", version.Reason },
        { "project", version.Project },
        { "modelDigest", version.ModelDigest },
        { "recipeDigest", version.RecipeDigest },
        { "contractDigest", version.ContractDigest },
        { "environments", states.PlacesOf(version).Where(place => !place.Environment.IsInConflict).Select(place => place.Environment.Name).Distinct() },
        { "disputedEnvironments", states.PlacesOf(version).Where(place => place.Environment.IsInConflict).Select(place => place.Environment.Name).Distinct() },
        { "leaf", states.IsLeaf(version) },
        { "retired", states.RetirementOf(version) is not null },
        { "waived", version.IsWaived },
        { "damaged", states.IsDamaged(version) },
    }.Build();
}
