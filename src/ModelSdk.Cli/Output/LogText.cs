using System.Globalization;
using ModelSdk.Cli.Graph;
using ModelSdk.Cli.Lineages;
using ModelSdk.Engine.Comparison;
using ModelSdk.Store;
using Spectre.Console;

namespace ModelSdk.Cli.Output;

/// <summary>The versions of a lineage as lines beside a graph.</summary>
/// <param name="states">What the lineage says of its versions.</param>
/// <param name="terminal">Gets the lines.</param>
internal sealed class LogText(VersionStates states, TerminalOutput terminal)
{
    private static readonly Style NumberStyle = new(Color.Yellow);
    private static readonly Style LabelStyle = new(Color.Green);
    private static readonly Style StateStyle = new(Color.Aqua);
    private static readonly Style DamageStyle = new(Color.Red);
    private static readonly Style QuietStyle = new(Color.Grey);

    /// <summary>Writes the newest versions.</summary>
    /// <param name="versions">All versions, each before its parents.</param>
    /// <param name="limit">The most to write.</param>
    public void Write(IReadOnlyList<VersionEntry> versions, int limit)
    {
        // Of all versions, so that lines lead where they would if nothing was cut.
        int shown = Math.Min(limit, versions.Count);
        GraphRow[] rows = [.. LineageGraph.Draw([.. versions.Select(version => new GraphNode(version.Id, version.Parents))]).Take(shown)];
        int numberWidth = versions.Take(shown).Max(version => version.Number.ToString().Length);
        for (int index = 0; index < shown; index++)
        {
            terminal.Line(this.Row(rows[index].Prefix, versions[index], numberWidth));
            foreach (string line in index < shown - 1 ? rows[index].Below : [])
            {
                terminal.Line([(line, null)]);
            }
        }

        if (shown < versions.Count)
        {
            int older = versions.Count - shown;
            terminal.Message(string.Create(CultureInfo.InvariantCulture, $"… and {older} older version{(older == 1 ? "" : "s")}; --all shows them"));
        }
    }

    private List<(string Text, Style? Style)> Row(string graph, VersionEntry version, int numberWidth)
    {
        List<(string Text, Style? Style)> parts =
        [
            (graph + " ", null),
            (version.Number.ToString().PadRight(numberWidth) + " ", NumberStyle),
            (VersionId.Abbreviate(version.Id) + " ", QuietStyle),
            .. this.Labels(version),
            (version.Time.UtcDateTime.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture), QuietStyle),
        ];
        // A line that the terminal broke would tear the graph.
        string why = $"{PlainText.Of(AuthorName.Of(version.Author))}: {PlainText.Of(version.Reason)}";
        parts.Add((CutText.Of(why, terminal.Width - parts.Sum(part => part.Text.Length) - 1), null));
        return parts;
    }

    private IEnumerable<(string Text, Style? Style)> Labels(VersionEntry version)
    {
        if (states.EnvironmentsOf(version) is { Count: > 0 } environments)
        {
            yield return ($"({string.Join(", ", environments)}) ", LabelStyle);
        }

        if (states.Lineage.Leaves.Count > 1 && states.IsLeaf(version))
        {
            yield return ("(leaf) ", StateStyle);
        }

        if (states.RetirementOf(version) is not null)
        {
            yield return ("(retired) ", QuietStyle);
        }

        if (states.IsDamaged(version) == true)
        {
            yield return ("(damaged) ", DamageStyle);
        }

        if (version.IsWaived)
        {
            yield return ("(waived) ", StateStyle);
        }

        foreach (string parent in states.MissingParentsOf(version))
        {
            yield return ($"(parent {VersionId.Abbreviate(parent)} is missing) ", StateStyle);
        }
    }
}
