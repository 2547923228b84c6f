using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Comparison;
using ModelSdk.Store;
using Spectre.Console;

namespace ModelSdk.Cli.Output;

/// <summary>The events of environments as lines for people, the earliest first.</summary>
internal static class JournalText
{
    private static readonly Style QuietStyle = new(Color.Grey);
    private static readonly Style NumberStyle = new(Color.Yellow);
    private static readonly Style HeadStyle = new(Color.Green);

    public static void Write(IReadOnlyList<LineageEnvironment> environments, Lineage lineage, TerminalOutput terminal)
    {
        foreach (LineageEnvironment environment in environments)
        {
            if (!ReferenceEquals(environment, environments[0]))
            {
                terminal.Message("");
            }

            terminal.Message(Heading(environment, lineage));
            WriteEvents(environment, terminal);
        }
    }

    private static string Heading(LineageEnvironment environment, Lineage lineage)
    {
        if (environment.IsInConflict)
        {
            IEnumerable<string> heads = environment.Heads.Select(head => Name(head.Value)).Distinct();
            return $"{environment.Name} has no certain version: merged branches promoted {string.Join(" and ", heads)}. `dotnet model promote <version> {environment.Name}` decides.";
        }

        bool isThere = lineage.Find(environment.VersionId!) is not null;
        return $"{environment.Name} has {Name(environment.Heads[0].Value)}{(isThere ? "" : ", whose record is not in the store")}";
    }

    private static void WriteEvents(LineageEnvironment environment, TerminalOutput terminal)
    {
        HashSet<string> heads = [.. environment.Heads.Select(head => head.Key)];
        int nameWidth = environment.Events.Max(entry => Name(entry.Value).Length);
        foreach ((string id, EnvironmentEvent happened) in environment.Events)
        {
            string mark = !heads.Contains(id) ? " " : environment.IsInConflict ? "?" : "*";
            string why = happened.Reason.Length > 0 ? $": {PlainText.Of(happened.Reason)}" : "";
            List<(string Text, Style? Style)> parts =
            [
                (mark + " ", HeadStyle),
                (RecordTime.Write(happened.Time) + " ", QuietStyle),
                (EnvironmentEvent.Word(happened.Kind).PadRight("promotion".Length) + " ", null),
                (Name(happened).PadRight(nameWidth) + " ", NumberStyle),
            ];
            parts.Add((CutText.Of(PlainText.Of(AuthorName.Of(happened.Author)) + why, terminal.Width - parts.Sum(part => part.Text.Length) - 1), null));
            terminal.Line(parts);
        }
    }

    private static string Name(EnvironmentEvent happened) => $"{PlainText.Of(happened.Version)} ({VersionId.Abbreviate(happened.VersionId)})";
}
