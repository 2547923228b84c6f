using ModelSdk.Engine.Evaluation;

namespace ModelSdk.Engine.Comparison;

/// <summary>Compares metrics.</summary>
internal static class MetricComparison
{
    // Values that differ by less are equal but for rounding, as on another machine.
    private const double RoundingMargin = 1e-9;

    /// <summary>On which rows the metrics were computed.</summary>
    public static MetricBasis Basis(ComparedVersion before, ComparedVersion after)
    {
        string test = after.Record.TestDigest;
        bool sameRows = test.Length > 0 && test == before.Record.TestDigest;
        return sameRows ? MetricBasis.SameRows : before.RescoredMetrics is null ? MetricBasis.OtherRows : MetricBasis.Rescored;
    }

    /// <summary>Every metric of either version, in the later one's order.</summary>
    public static IReadOnlyList<MetricDifference> Compare(ComparedVersion before, ComparedVersion after, List<string> notes)
    {
        IReadOnlyList<KeyValuePair<string, double>> earlier = Basis(before, after) == MetricBasis.Rescored ? before.RescoredMetrics! : Metrics(before);
        IReadOnlyList<KeyValuePair<string, double>> later = Metrics(after);
        NoteMissing(before.Name, earlier.Count, later.Count, notes);
        NoteMissing(after.Name, later.Count, earlier.Count, notes);
        string[] names = [.. later.Concat(earlier).Select(pair => pair.Key).Distinct()];
        return [.. names.Select(name => Difference(name, Find(earlier, name), Find(later, name)))];
    }

    private static IReadOnlyList<KeyValuePair<string, double>> Metrics(ComparedVersion version) => version.Evaluation?.Metrics.Values ?? version.Record.Metrics;

    private static void NoteMissing(string name, int own, int other, List<string> notes)
    {
        if (own == 0 && other > 0)
        {
            notes.Add($"{name} has no metrics.");
        }
    }

    private static double? Find(IReadOnlyList<KeyValuePair<string, double>> metrics, string name) =>
        metrics.Where(pair => pair.Key == name).Select(pair => (double?)pair.Value).FirstOrDefault();

    private static MetricDifference Difference(string name, double? before, double? after) => new(name, before, after, Verdict(name, before, after));

    private static MetricVerdict Verdict(string name, double? before, double? after)
    {
        if (before is not { } earlier || after is not { } later)
        {
            return MetricVerdict.Unknown;
        }

        if (Math.Abs(later - earlier) <= RoundingMargin * Math.Max(Math.Abs(later), Math.Abs(earlier)))
        {
            return MetricVerdict.Same;
        }

        return MetricCatalog.Find(name)?.Direction switch
        {
            null => MetricVerdict.Unknown,
            MetricDirection.LowerIsBetter => later < earlier ? MetricVerdict.Better : MetricVerdict.Worse,
            _ => later > earlier ? MetricVerdict.Better : MetricVerdict.Worse,
        };
    }
}
