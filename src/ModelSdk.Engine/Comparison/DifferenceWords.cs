using System.Globalization;
using ModelSdk.Engine.Gates;
using ModelSdk.Engine.Profiles;

namespace ModelSdk.Engine.Comparison;

/// <summary>Sentences that say the same in every form of a difference.</summary>
internal static class DifferenceWords
{
    /// <summary>The whole in one sentence: the metrics, what breaks, what judges less.</summary>
    public static string Verdict(VersionDifference difference)
    {
        List<string> parts = [difference.SameModel ? "the same model, to the byte" : Metrics(difference)];
        if (difference.Breaking > 0)
        {
            parts.Add("breaks callers");
        }

        if (difference.WeakerGates > 0)
        {
            parts.Add(Count(difference.WeakerGates, "gate") + " loosened or removed");
        }

        string text = string.Join("; ", parts);
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }

    /// <summary>On which rows the metrics stand.</summary>
    public static string Basis(VersionDifference difference) => difference.Basis switch
    {
        MetricBasis.SameRows => "on the same test rows",
        MetricBasis.Rescored => $"both on the test rows of {difference.After}",
        _ => "each on its own test rows, so that part of the difference may come from the rows",
    };

    /// <summary>What a metric's difference means; empty where that is not known.</summary>
    public static string Verdict(MetricDifference metric) => metric.Verdict == MetricVerdict.Unknown ? "" : Word(metric.Verdict);

    /// <summary>A gate's change as a line; what was removed or added says so itself.</summary>
    public static string Gate(GateChange change) =>
        change.Kind is GateChangeKind.Loosened or GateChangeKind.Tightened ? $"{Word(change.Kind)}: {change.Text}" : change.Text;

    /// <summary>An enumeration's value as files and people read it: <c>sameRows</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The numbers of rows that are known: <c>rows 900 → 1000, training rows 720 → 800</c>.</summary>
    public static string Rows(DataDifference data)
    {
        (string Name, CountDifference Count)[] counts = [("rows", data.Rows), ("training rows", data.TrainingRows), ("test rows", data.TestRows)];
        return string.Join(", ", counts.Where(pair => pair.Count is not { Before: null, After: null }).Select(pair => $"{pair.Name} {NumberPair.Text(pair.Count)}"));
    }

    /// <summary>The columns that are not stable.</summary>
    public static IReadOnlyList<ColumnDrift> Moved(DataDifference data) => [.. (data.Drift ?? []).Where(drift => !drift.IsStable)];

    /// <summary>How many columns are stable; empty where none is left.</summary>
    public static string Stable(DataDifference data)
    {
        int stable = (data.Drift ?? []).Count(drift => drift.IsStable);
        return stable == 0 ? "" : Count(stable, "column") + " stable";
    }

    /// <summary>A number of things: <c>1 gate</c>, <c>2 gates</c>.</summary>
    public static string Count(int count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");

    private static string Metrics(VersionDifference difference)
    {
        int better = difference.Metrics.Count(metric => metric.Verdict == MetricVerdict.Better);
        int worse = difference.Metrics.Count(metric => metric.Verdict == MetricVerdict.Worse);
        string text = (better, worse) switch
        {
            (0, 0) => difference.Metrics.Any(metric => metric.Verdict == MetricVerdict.Same) ? "the same in every metric" : "",
            (_, 0) => $"better in {Count(better, "metric")}",
            (0, _) => $"worse in {Count(worse, "metric")}",
            _ => $"better in {Count(better, "metric")}, worse in {worse.ToString(CultureInfo.InvariantCulture)}",
        };
        return text.Length == 0 ? "another model" : $"{text}, {Basis(difference)}";
    }
}
