using System.Globalization;
using System.Text;
using ModelSdk.Engine.Training;

namespace ModelSdk.Benchmarks.Accuracy;

/// <summary>Compares our trainers with the recorded results of other libraries, losses included, as a Markdown table.</summary>
internal static class AccuracyReport
{
    private static readonly (string Reference, string Trainer, (string, string)[] Settings)[] Families =
    [
        ("linear_regression", "LinearRegression", []),
        ("ridge_alpha1", "Ridge", [("Alpha", "1")]),
        ("logistic_regression", "LogisticRegression", []),
        ("hist_gradient_boosting", "GradientBoosting", []),
        ("xgboost_hist", "GradientBoosting", []),
        ("random_forest_200", "RandomForest", [("Trees", "200")]),
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="folder">The folder of the reference sets.</param>
    /// <param name="output">Gets the text, line by line.</param>
    public static void Write(string folder, TextWriter output)
    {
        output.WriteLine("| set | metric | reference | reference's value | ours | ours' value | one SD | verdict |");
        output.WriteLine("|---|---|---|---:|---|---:|---:|---|");
        foreach (ReferenceSet set in ReferenceSet.ReadAll(folder))
        {
            foreach (string line in Lines(set))
            {
                output.WriteLine(line);
            }
        }
    }

    private static IEnumerable<string> Lines(ReferenceSet set)
    {
        Dictionary<string, TrainerScore> scores = [];
        foreach (ReferenceResult reference in set.Results)
        {
            (string _, string trainer, (string, string)[] settings) = Families.Single(family => family.Reference == reference.Name);
            if (!scores.TryGetValue(trainer, out TrainerScore? score))
            {
                score = TrainerScore.Of(set, TrainerCatalog.All.Single(known => known.Name == trainer), settings);
                scores.Add(trainer, score);
            }

            yield return Line(set, reference, score, "");
        }

        ReferenceResult best = Best(set, set.Results, result => result.Mean);
        yield return Line(set, best, Best(set, scores.Values, score => score.Mean), "best: ");
    }

    private static T Best<T>(ReferenceSet set, IEnumerable<T> items, Func<T, double> value) => set.SmallerIsBetter ? items.MinBy(value)! : items.MaxBy(value)!;

    private static string Line(ReferenceSet set, ReferenceResult reference, TrainerScore score, string prefix)
    {
        double deviation = reference.Deviation ?? score.BootstrapDeviation ?? 0;
        double loss = set.SmallerIsBetter ? score.Mean - reference.Mean : reference.Mean - score.Mean;
        string verdict = loss <= 0 ? "better or equal" : loss <= deviation ? "within one SD" : "**worse**";
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"| {set.Name} | {set.Metric} | {prefix}{reference.Name} | {reference.Mean:G5} | {prefix}{score.Trainer} ")
            .Append(CultureInfo.InvariantCulture, $"| {score.Mean:G5} | {deviation:G2} | {verdict} |")
            .ToString();
    }
}
