using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Inference;

/// <summary>Decides role and kind of the columns that are not the label.</summary>
internal static class FeatureInference
{
    /// <summary>Strings of more different values than this are not one-hot material.</summary>
    public const int MaximumCategories = 1000;

    /// <summary>A column of strings with at most this many different values is never taken for names.</summary>
    private const int FewTexts = 20;

    /// <summary>Decides for one column.</summary>
    public static ColumnDecision Decide(ColumnProfile column)
    {
        ColumnKind kind = KindOf(column);
        (ColumnRole role, string why) = column switch
        {
            { Present: 0 } => (ColumnRole.Ignore, "every value is missing"),
            { Missing: 0, Distinct.Count: 1 } => (ColumnRole.Ignore, $"every value is {Quote.Value(column.Distinct.Named[0])}"),
            _ when kind == ColumnKind.Categorical => TextRole(column),
            _ when kind == ColumnKind.Integer && LooksLikeIdentifier(column) => (ColumnRole.Ignore, "the name and nearly only different values say that it identifies the row"),
            _ => (ColumnRole.Feature, ""),
        };
        kind = role == ColumnRole.Ignore && kind == ColumnKind.Categorical ? ColumnKind.Text : kind;
        string[] parts = [Seen(column, kind), why, MissingNote(column), NumberNote(column, kind), RowNumberNote(column, kind, role)];
        return new ColumnDecision(column.Name, role, kind, column.Missing > 0, string.Join("; ", parts.Where(part => part.Length > 0)));
    }

    /// <summary>The narrowest kind that every value fits.</summary>
    public static ColumnKind KindOf(ColumnProfile column) => column switch
    {
        { Present: 0 } => ColumnKind.Text,
        { Codes: > 0 } when column.Codes + column.Integers == column.Present => ColumnKind.Categorical,
        _ when column.BooleanWords == column.Present => ColumnKind.Boolean,
        _ when column.Integers == column.Present => ColumnKind.Integer,
        // An infinity among numbers makes no category: the kind stays numeric, and reading the rows reports the value at its place.
        _ when column.Numbers > 0 && column.Numbers + column.Infinities == column.Present => ColumnKind.Numeric,
        _ when column.Dates == column.Present => ColumnKind.Date,
        _ => ColumnKind.Categorical,
    };

    private static (ColumnRole Role, string Why) TextRole(ColumnProfile column)
    {
        int distinct = column.Distinct.Count;
        if (distinct > FewTexts && 2L * distinct > column.Present)
        {
            return (ColumnRole.Ignore, "nearly every value is different, as with names");
        }

        return distinct > MaximumCategories
            ? (ColumnRole.Ignore, $"more than {Count.Text(MaximumCategories)} different strings are text; to learn from it, set \"role\": \"feature\"")
            : (ColumnRole.Feature, "");
    }

    private static bool LooksLikeIdentifier(ColumnProfile column)
    {
        return IdentifierName.Is(column.Name) && column.Distinct.Count > FewTexts && 10L * column.Distinct.Count >= 9 * column.Present;
    }

    private static string Seen(ColumnProfile column, ColumnKind kind)
    {
        string distinct = Count.Text(column.Distinct.Count);
        string range = FormattableString.Invariant($"from {column.Minimum} to {column.Maximum}");
        return kind switch
        {
            _ when column.Present == 0 => "",
            ColumnKind.Integer => $"{distinct} different whole numbers {range}",
            ColumnKind.Numeric => $"{distinct} different numbers {range}",
            ColumnKind.Boolean => "true/false or yes/no",
            ColumnKind.Date => $"{distinct} different ISO 8601 dates",
            _ when column.Codes > 0 && column.Codes + column.Integers == column.Present => $"{distinct} different codes with leading zeros",
            _ => $"{distinct} different strings",
        };
    }

    private static string MissingNote(ColumnProfile column) =>
        column.Missing == 0 || column.Present == 0 ? "" : $"{Count.Text(column.Missing)} of {Count.Of(column.Missing + column.Present, "value")} missing";

    /// <summary>A column of numbers in which a few values are none is probably dirty.</summary>
    private static string NumberNote(ColumnProfile column, ColumnKind kind)
    {
        long others = column.Present - column.Numbers;
        if (kind is not (ColumnKind.Categorical or ColumnKind.Text) || others == 0 || 10 * others > column.Present)
        {
            return "";
        }

        SourceLocation place = column.FirstNonNumber!();
        return $"all but {Count.Text(others)} are numbers, the first other is {Quote.Value(column.FirstNonNumberText)} at "
            + FormattableString.Invariant($"{column.FirstNonNumberFile}({place.Line},{place.Column}); if it stands for a missing value, leave it empty in the data");
    }

    private static string RowNumberNote(ColumnProfile column, ColumnKind kind, ColumnRole role) =>
        role == ColumnRole.Feature && kind == ColumnKind.Integer && column.IsStrictlyIncreasing && column.Missing == 0
            ? "each is greater than the one before, as with row numbers: if it is one, set \"role\": \"ignore\"" : "";
}
