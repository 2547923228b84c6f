using System.Globalization;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Profiles;

namespace ModelSdk.Engine.Comparison;

/// <summary>A difference as lines for a terminal or a build log.</summary>
public static class VersionDifferenceText
{
    private const int MostCoefficients = 20;

    /// <summary>The lines: a heading, the verdict, then a section each for metrics, contract, options, gates, data and coefficients.</summary>
    /// <param name="difference">The difference.</param>
    /// <returns>Lines without line ends. A section without differences is one line; control characters of names are written as their codes.</returns>
    public static IReadOnlyList<string> Lines(VersionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        IEnumerable<string> lines =
        [
            $"{difference.Model} {difference.Before} → {difference.After}",
            DifferenceWords.Verdict(difference),
            .. Section("metrics", Metrics(difference), "none"),
            .. Section("contract", difference.Contract?.Select(Contract)),
            .. Section("options", Table(difference.Options.Select(option => (option.Name, option.Before ?? "–", option.After ?? "–", "")))),
            .. Section("gates", difference.Gates.Select(change => "  " + DifferenceWords.Gate(change))),
            .. Data(difference.Data),
            .. Section("coefficients", difference.Coefficients is { } coefficients ? Coefficients(coefficients) : null),
            .. difference.Notes.Count > 0 ? Section("notes", difference.Notes.Select(note => "  " + note)) : [],
        ];
        return [.. lines.Select(PlainText.Of)];
    }

    private static IEnumerable<string> Section(string heading, IEnumerable<string>? lines, string empty = "unchanged") => lines?.ToArray() switch
    {
        null => [heading + ": not compared"],
        { Length: 0 } => [$"{heading}: {empty}"],
        { } some => [heading, .. some],
    };

    private static IEnumerable<string> Metrics(VersionDifference difference) => Table(difference.Metrics.Select(metric =>
    {
        (string before, string after) = NumberPair.Texts(metric.Before, metric.After);
        return (metric.Name, before, after, DifferenceWords.Verdict(metric));
    }));

    private static string Contract(ContractChange change) => change.Bump == VersionBump.Major ? $"  breaking: {change.Text}" : $"  {change.Text}";

    private static IEnumerable<string> Data(DataDifference data)
    {
        string rows = DifferenceWords.Rows(data);
        string heading = rows.Length > 0 ? $"data ({rows})" : "data";
        IReadOnlyList<ColumnDrift> moved = DifferenceWords.Moved(data);
        string[] lines =
        [
            .. Columns("columns newly used", data.ColumnsAdded),
            .. Columns("columns no longer used", data.ColumnsRemoved),
            .. moved.Select(drift => $"  {drift.Name}: {drift.Level} (PSI {MetricText.Of(drift.Psi)}), {drift.Text}"),
            .. moved.Count > 0 && DifferenceWords.Stable(data) is { Length: > 0 } stable ? ["  " + stable] : Array.Empty<string>(),
        ];
        return data.Drift is null && lines.Length == 0 ? Section(heading, null) : Section(heading, lines, data.SameData ? "unchanged" : "other rows, no column moved");
    }

    private static IEnumerable<string> Columns(string what, IReadOnlyList<string> names) => names.Count == 0 ? [] : [$"  {what}: {string.Join(", ", names)}"];

    private static IEnumerable<string> Coefficients(IReadOnlyList<CoefficientDifference> coefficients)
    {
        bool several = coefficients.Select(coefficient => coefficient.Output).Distinct().Count() > 1;
        IEnumerable<string> lines = Table(coefficients.Take(MostCoefficients).Select(coefficient =>
        {
            (string before, string after) = NumberPair.Texts(coefficient.Before, coefficient.After);
            return (several ? $"{coefficient.Output}: {coefficient.Term}" : coefficient.Term, before, after, "");
        }));
        int more = coefficients.Count - MostCoefficients;
        return more > 0 ? lines.Append(string.Create(CultureInfo.InvariantCulture, $"  … and {more} more")) : lines;
    }

    private static IEnumerable<string> Table(IEnumerable<(string Name, string Before, string After, string Word)> rows)
    {
        string[][] cells = [.. rows.Select(row => (string[])[row.Name, row.Before, "→", row.After, row.Word])];
        return cells.Length == 0 ? [] : TextTable.Lines(cells).Select(line => line.TrimEnd());
    }
}
