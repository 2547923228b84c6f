using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Baselines;
using ModelSdk.Engine.Logging;
using ModelSdk.Store;

namespace ModelSdk.Engine.Versions;

/// <summary>
/// Counts the next version from the highest parent: a change that breaks callers raises the major number, other decisions or a new optional feature
/// the minor one, and the same decision on every test row the patch. Of several parents the greatest change counts.
/// </summary>
/// <param name="lineage">The lineage.</param>
/// <param name="contract">The new model's contract.</param>
/// <param name="scores">How the parents decide on the test rows.</param>
public sealed class NextVersionRule(ProjectLineage lineage, ModelContract contract, BaselineScores scores)
{
    private readonly string contractDigest = ContractDigest.Of(contract);

    /// <summary>The next version.</summary>
    /// <param name="parents">What the model follows.</param>
    /// <param name="floor">The property <c>ModelVersion</c>; null where it is not set.</param>
    /// <param name="floorDeclaredAt">Where it is set.</param>
    /// <exception cref="ModelBuildException">The floor is above the highest parent, and the change demands more.</exception>
    /// <exception cref="StoreException">A parent's model is needed and missing.</exception>
    public NextVersion Next(IReadOnlyList<VersionEntry> parents, SemanticVersion? floor, SourceLocation floorDeclaredAt)
    {
        // When every branch was retired, numbers go on from the highest one, so that none is given twice.
        VersionEntry? highest = (parents.Count > 0 ? parents : lineage.Lineage.Versions).MaxBy(version => version.Number);
        if (highest is null)
        {
            SemanticVersion first = floor ?? SemanticVersion.First;
            return new NextVersion(first, null, [floor is null ? "it is the first version" : "it is the first version, and ModelVersion names its number"]);
        }

        IReadOnlyList<ContractChange>[] changes = [.. parents.DefaultIfEmpty(highest).Select(this.ContractChanges)];
        VersionBump bump = changes.Zip(parents.DefaultIfEmpty(highest), this.Bump).Max();
        SemanticVersion next = highest.Number.Next(bump);
        string[] why = [.. changes.SelectMany(list => list).OrderByDescending(change => change.Bump).Select(change => change.Text).Distinct()];
        if (floor is { } least && least > highest.Number && least < next)
        {
            throw new ModelBuildException(
                LineageDiagnostics.VersionFloorTooSmall,
                $"ModelVersion is {least}, but {next} is the least number for this change, since {highest.Name}: {string.Join("; ", why.DefaultIfEmpty(Decisions(bump)))}. Raise or remove ModelVersion.",
                floorDeclaredAt);
        }

        string[] floored = floor > next ? [$"ModelVersion names the number, at least {next}"] : [];
        return new NextVersion(floor > next ? floor.Value : next, bump, [.. why.DefaultIfEmpty(Decisions(bump)), .. floored]) { From = highest.Name };
    }

    private IReadOnlyList<ContractChange> ContractChanges(VersionEntry parent) =>
    [
        .. parent.ContractDigest == this.contractDigest ? [] : ContractComparison.Compare(lineage.ReadContract(parent), contract),
        .. CallerNames.Compare(lineage.Lineage.Read(parent).Properties, CallerNames.Of(contract)),
    ];

    private VersionBump Bump(IReadOnlyList<ContractChange> changes, VersionEntry parent)
    {
        bool sameDecisions = scores.Of(BaselineScores.Parent).Any(score => score.VersionId == parent.Id && score is { ChangedDecisions: 0, Rows: > 0 });
        return changes.Count > 0 ? changes.Max(change => change.Bump) : sameDecisions ? VersionBump.Patch : VersionBump.Minor;
    }

    private static string Decisions(VersionBump bump) =>
        bump == VersionBump.Patch ? "every decision on the test rows is the same" : "the contract is the same, decisions differ";
}
