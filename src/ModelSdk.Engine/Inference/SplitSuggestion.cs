using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Inference;

/// <summary>Notices data whose rows are not independent, which a split by row judges too kindly.</summary>
internal static class SplitSuggestion
{
    private const int RowsPerGroup = 2;

    /// <summary>What to consider, one sentence or two; null where nothing speaks for it: no identifier that repeats beside a date.</summary>
    /// <param name="profile">What was seen.</param>
    /// <param name="decisions">What was decided.</param>
    public static string? Of(DataProfile profile, IReadOnlyList<ColumnDecision> decisions)
    {
        ColumnProfile? identifier = profile.Columns.FirstOrDefault(Repeats);
        ColumnDecision? date = decisions.FirstOrDefault(decision => decision.Kind == ColumnKind.Date && decision.Role == ColumnRole.Feature);
        return identifier is null || date is null || decisions.Any(decision => decision.Role is ColumnRole.Group or ColumnRole.Time) ? null
            : $"{Quote.Value(identifier.Name)} has {Count.Text(identifier.Distinct.Count)} different values in {Count.Of(profile.Rows, "row")}, beside the date {Quote.Value(date.Name)}: rows of one {identifier.Name} on both sides "
            + $"of the split, or test rows older than training rows, would judge the model too kindly. Consider \"role\": \"group\" for {Quote.Value(identifier.Name)} with ModelSplitBy Group, "
            + $"or \"role\": \"time\" for {Quote.Value(date.Name)} with ModelSplitBy Time.";
    }

    private static bool Repeats(ColumnProfile column) =>
        IdentifierName.Is(column.Name) && column.Distinct.Count > 1 && column.Present >= (long)RowsPerGroup * column.Distinct.Count;
}
