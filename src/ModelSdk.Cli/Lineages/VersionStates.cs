using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Cli.Lineages;

/// <summary>What a lineage says of its versions beside their records: where they are to run, and whether anything follows them.</summary>
internal sealed class VersionStates
{
    private readonly Dictionary<string, Retirement> retirements = new(StringComparer.Ordinal);
    private readonly HashSet<string> leaves;

    /// <summary>Gathers it.</summary>
    /// <param name="lineage">The lineage.</param>
    /// <param name="environments">Its environments, as far as they can be read.</param>
    public VersionStates(Lineage lineage, IReadOnlyList<LineageEnvironment> environments)
    {
        this.Lineage = lineage;
        this.Environments = environments;
        this.leaves = [.. lineage.Leaves.Select(leaf => leaf.Id)];
        foreach ((_, Retirement retirement) in lineage.Retirements)
        {
            this.retirements.TryAdd(retirement.VersionId, retirement);
        }
    }

    public Lineage Lineage { get; }

    public IReadOnlyList<LineageEnvironment> Environments { get; }

    /// <summary>The versions whose records were read and are damaged or missing; null where none was read.</summary>
    public IReadOnlySet<string>? Damaged { get; init; }

    /// <summary>Whether the version's record is damaged or missing; null where it was not read.</summary>
    public bool? IsDamaged(VersionEntry version) => this.Damaged?.Contains(version.Id);

    /// <summary>Whether the next commit follows the version by itself.</summary>
    public bool IsLeaf(VersionEntry version) => this.leaves.Contains(version.Id);

    /// <summary>How the version was retired; null where it was not.</summary>
    public Retirement? RetirementOf(VersionEntry version) => this.retirements.GetValueOrDefault(version.Id);

    /// <summary>The environments that have the version now, with the events by which they do; several of one environment where branches agree.</summary>
    public IEnumerable<(LineageEnvironment Environment, EnvironmentEvent Head)> PlacesOf(VersionEntry version) =>
        from environment in this.Environments
        from head in environment.Heads
        where head.Value.VersionId == version.Id
        select (environment, head.Value);

    /// <summary>The environments that have the version now; <c>production?</c> where merged branches disagree about it.</summary>
    public IReadOnlyList<string> EnvironmentsOf(VersionEntry version) =>
        [.. this.PlacesOf(version).Select(place => Label(place.Environment)).Distinct()];

    /// <summary>The parents whose records are not in the store, or damaged.</summary>
    public IEnumerable<string> MissingParentsOf(VersionEntry version) => version.Parents.Where(parent => this.Lineage.Find(parent) is null);

    /// <summary>An environment as lists of versions name it.</summary>
    public static string Label(LineageEnvironment environment) => environment.IsInConflict ? environment.Name + "?" : environment.Name;
}
