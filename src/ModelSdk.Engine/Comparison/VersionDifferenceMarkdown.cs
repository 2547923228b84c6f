using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Profiles;

namespace ModelSdk.Engine.Comparison;

/// <summary>A difference as GitHub-flavoured Markdown, for the description of a pull request or a comment on it.</summary>
public static class VersionDifferenceMarkdown
{
    // A comment on GitHub holds 65 536 characters.
    private const int MostLines = 30;

    /// <summary>Writes a difference: heading, verdict, metrics, then what differs in contract, gates, options, data and coefficients.</summary>
    /// <param name="difference">The difference.</param>
    /// <returns>Markdown with LF and a final line end. Text that comes from data is escaped and long lists are cut.</returns>
    public static string Write(VersionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        IEnumerable<string>[] blocks =
        [
            [$"### Model {MarkdownText.Of(difference.Model)}: {MarkdownText.Of(difference.Before)} → {MarkdownText.Of(difference.After)}"],
            [$"**{MarkdownText.Of(DifferenceWords.Verdict(difference))}**"],
            Table(["Metric", difference.Before, difference.After, ""], "---|---:|---:|---", difference.Metrics.Select(Metric)),
            Listed("Contract", difference.Contract?.Select(Contract) ?? []),
            Listed("Gates", difference.Gates.Select(Gate)),
            .. Titled("Options", Table(["Option", difference.Before, difference.After], "---|---:|---:", difference.Options.Select(Option))),
            .. Data(difference.Data),
            .. Coefficients(difference),
            Listed("Notes", difference.Notes.Select(MarkdownText.Of)),
        ];
        return string.Join("\n\n", blocks.Select(lines => string.Join('\n', lines)).Where(block => block.Length > 0)) + "\n";
    }

    private static string[] Metric(MetricDifference metric)
    {
        (string before, string after) = NumberPair.Texts(metric.Before, metric.After);
        string sign = metric.Verdict switch { MetricVerdict.Better => "▲ ", MetricVerdict.Worse => "▼ ", _ => "" };
        return [metric.Name, before, after, sign + DifferenceWords.Verdict(metric)];
    }

    private static string Contract(ContractChange change) => (change.Bump == VersionBump.Major ? "**breaking:** " : "") + MarkdownText.Of(change.Text);

    private static string Gate(GateChange change)
    {
        string sign = change.Kind is GateChangeKind.Loosened or GateChangeKind.Removed ? "⚠️ " : "";
        return sign + MarkdownText.Of(DifferenceWords.Gate(change));
    }

    private static string[] Option(OptionDifference option) => [option.Name, option.Before ?? "–", option.After ?? "–"];

    private static IEnumerable<IEnumerable<string>> Data(DataDifference data)
    {
        string rows = DifferenceWords.Rows(data);
        string what = data.SameData ? "the same" : data.Drift is null ? "changed, drift not compared" : "changed";
        yield return [$"**Data**: {what}{(rows.Length > 0 ? $" ({rows})" : "")}"];
        yield return Columns("newly used", data.ColumnsAdded).Concat(Columns("no longer used", data.ColumnsRemoved));
        yield return Table(["Column", "PSI", "", "Change"], "---|---:|---|---", DifferenceWords.Moved(data).Select(Drift));
        yield return [data.SameData ? "" : DifferenceWords.Stable(data)];
    }

    private static IEnumerable<string> Columns(string what, IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [$"- columns {what}: {MarkdownText.Of(string.Join(", ", names))}"];

    private static string[] Drift(ColumnDrift drift) => [drift.Name, MetricText.Of(drift.Psi), drift.Level, drift.Text];

    private static IEnumerable<IEnumerable<string>> Coefficients(VersionDifference difference)
    {
        if (difference.Coefficients is not { Count: > 0 } coefficients)
        {
            yield break;
        }

        yield return [$"<details><summary>{DifferenceWords.Count(coefficients.Count, "coefficient")} changed</summary>"];
        yield return Table(["Output", "Term", difference.Before, difference.After], "---|---|---:|---:", coefficients.Select(Coefficient));
        yield return ["</details>"];
    }

    private static string[] Coefficient(CoefficientDifference coefficient)
    {
        (string before, string after) = NumberPair.Texts(coefficient.Before, coefficient.After);
        return [coefficient.Output, coefficient.Term, before, after];
    }

    private static IEnumerable<IEnumerable<string>> Titled(string title, IEnumerable<string> lines) => lines.Any() ? [[$"**{title}**"], lines] : [];

    private static IEnumerable<string> Listed(string title, IEnumerable<string> items)
    {
        string[] lines = [.. items.Select(item => "- " + item)];
        return lines.Length == 0 ? [] : [$"**{title}**", "", .. lines.Take(MostLines), .. More(lines.Length).Select(more => "- " + more)];
    }

    private static IEnumerable<string> Table(string[] head, string alignment, IEnumerable<string[]> rows)
    {
        string[] lines = [.. rows.Select(cells => MarkdownText.Row(cells))];
        return lines.Length == 0 ? [] : [MarkdownText.Row(head), $"|{alignment}|", .. lines.Take(MostLines), .. More(lines.Length).Select(more => "\n" + more)];
    }

    private static IEnumerable<string> More(int count) => count > MostLines ? [$"… and {count - MostLines} more"] : [];
}
