using ModelSdk.Contracts.Json;

namespace ModelSdk.Engine.Gates;

/// <summary>What became of the gates between two versions.</summary>
public static class GateComparison
{
    /// <summary>
    /// Lists the differences. A bound is the same at both times if metric, bound, baseline and slice are. A lower <c>Min</c>, a higher limit of any
    /// other bound and the severity <c>Warning</c> in place of <c>Error</c> are loosened. Another value of the naive predictor is no difference.
    /// </summary>
    /// <param name="before">The gates of the earlier version's record; null where none was judged.</param>
    /// <param name="after">The gates of the later version's record; null where none was judged.</param>
    /// <returns>The differences by kind: loosened, removed, tightened, added; empty where there is none.</returns>
    public static IReadOnlyList<GateChange> Compare(JsonValue? before, JsonValue? after)
    {
        List<RecordedBound> earlier = Read(before);
        List<RecordedBound> later = Read(after);
        List<GateChange> changes = [];

        // A project may bound a metric twice, as an error and as a warning: those of the same severity belong together.
        Match(earlier, later, changes, (first, second) => first.Key == second.Key && first.IsWarning == second.IsWarning);
        Match(earlier, later, changes, (first, second) => first.Key == second.Key);
        changes.AddRange(earlier.Select(bound => new GateChange(GateChangeKind.Removed, $"{bound.NameWithLimit} was removed")));
        changes.AddRange(later.Select(bound => new GateChange(GateChangeKind.Added, $"{bound.NameWithLimit} was added")));
        return [.. changes.OrderBy(change => change.Kind)];
    }

    // A bound that was judged against two parents is listed twice.
    private static List<RecordedBound> Read(JsonValue? gates) =>
        [.. (gates?.Items ?? []).Select(entry => new RecordedBound(entry)).DistinctBy(bound => (bound.Key, bound.Limit, bound.IsWarning))];

    /// <summary>Takes the pairs that match out of both lists and notes what changed between them.</summary>
    private static void Match(
        List<RecordedBound> before, List<RecordedBound> after, List<GateChange> changes, Func<RecordedBound, RecordedBound, bool> matches)
    {
        foreach (RecordedBound earlier in before.ToArray())
        {
            if (after.Find(later => matches(earlier, later)) is { } match)
            {
                before.Remove(earlier);
                after.Remove(match);
                changes.AddRange(earlier.ChangesTo(match));
            }
        }
    }
}
