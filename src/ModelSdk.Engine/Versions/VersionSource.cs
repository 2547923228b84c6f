using ModelSdk.Store;

namespace ModelSdk.Engine.Versions;

/// <summary>Says where the sources are that a version was made from: in the commit that brought its record.</summary>
internal static class VersionSource
{
    /// <summary>A sentence that tells how to get them.</summary>
    /// <param name="lineage">The version's lineage.</param>
    /// <param name="version">The version.</param>
    public static string HowToGet(ProjectLineage lineage, VersionEntry version) => Checkout(lineage, version) + ".";

    /// <summary>A sentence that tells how to build the version from them.</summary>
    /// <param name="lineage">The version's lineage.</param>
    /// <param name="version">The version.</param>
    public static string HowToBuild(ProjectLineage lineage, VersionEntry version) =>
        $"{Checkout(lineage, version)}, and name the version there by its id, since the environments of that commit are as old: -p:ModelPinnedVersion={VersionId.Abbreviate(version.Id)}.";

    private static string Checkout(ProjectLineage lineage, VersionEntry version)
    {
        string record = Path.Combine(lineage.Store.Root, lineage.Lineage.ModelName, "versions", version.Id + ".json");
        string? commit = Git.CommitThatAdded(record);
        return commit is null ? "Check out the source that this version was made from" : $"Check out the source that it was committed with (`git checkout {commit}`)";
    }
}
