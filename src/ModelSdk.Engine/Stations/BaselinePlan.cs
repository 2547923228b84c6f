using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Baselines;
using ModelSdk.Store;

namespace ModelSdk.Engine.Stations;

/// <summary>The versions that the new model is to be compared with.</summary>
/// <param name="IsFirstVersion">Whether the lineage is empty.</param>
/// <param name="Baselines">Each with how gates name it; without a version and with a problem where the name means none.</param>
internal sealed record BaselinePlan(bool IsFirstVersion, IReadOnlyList<(string Reference, VersionEntry? Version, string? Problem)> Baselines)
{
    /// <summary>Text that changes whenever another version would be compared with.</summary>
    public string Key => string.Join('\n', this.Baselines.Select(baseline => $"{baseline.Reference} {baseline.Version?.Id} {baseline.Problem}").Prepend(this.IsFirstVersion ? "first" : "later"));

    /// <summary>The parents, and what the gates name.</summary>
    public static BaselinePlan Of(BuildSession session)
    {
        IEnumerable<string> named = session.Gates
            .Where(gate => gate.Bounds.Any(bound => bound.IsRelative))
            .Select(gate => gate.Baseline)
            .Where(reference => reference != BaselineScores.Parent)
            .Distinct();
        IEnumerable<(string, VersionEntry?, string?)> parents = session.Parents
            .Select(parent => (BaselineScores.Parent, (VersionEntry?)parent, (string?)null));
        bool isFirst = session.Lineage.Lineage.Versions.Count == 0;
        return new BaselinePlan(isFirst, [.. parents, .. isFirst ? [] : named.Select(reference => Resolve(session, reference))]);
    }

    private static (string Reference, VersionEntry? Version, string? Problem) Resolve(BuildSession session, string reference)
    {
        try
        {
            return (reference, session.Lineage.Lineage.Resolve(reference), null);
        }
        catch (StoreException exception) when (exception.Diagnostic.Code != StoreDiagnostics.LinkOutOfStore.Code)
        {
            return (reference, null, exception.Message.TrimEnd('.'));
        }
    }
}
