using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Cli.Lineages;

/// <summary>The shortest names by which the versions of a lineage can be told apart.</summary>
internal sealed class ShortNames
{
    private readonly Dictionary<SemanticVersion, int> counts;

    /// <summary>Counts how often each number was given; merged branches may have given one twice.</summary>
    /// <param name="lineage">The lineage.</param>
    public ShortNames(Lineage lineage) => this.counts = lineage.Versions.CountBy(version => version.Number).ToDictionary();

    /// <summary>The number; the first digits of the id where others have that number too.</summary>
    public string Of(VersionEntry version) => this.counts[version.Number] == 1 ? version.Number.ToString() : VersionId.Abbreviate(version.Id);
}
