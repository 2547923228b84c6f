using ModelSdk.Engine.Profiles;

namespace ModelSdk.Engine.Comparison;

/// <summary>Compares what is known of the data.</summary>
internal static class DataComparison
{
    /// <summary>The difference of the data.</summary>
    public static DataDifference Compare(ComparedVersion before, ComparedVersion after, List<string> notes)
    {
        bool sameData = before.Record.DataDigest == after.Record.DataDigest;
        DataDifference counts = new(sameData)
        {
            Rows = new(before.Profile?.Rows, after.Profile?.Rows),
            TrainingRows = new(before.TrainingRows, after.TrainingRows),
            TestRows = new(before.Evaluation?.Rows, after.Evaluation?.Rows),
        };
        if (before.Profile is { } earlier && after.Profile is { } later)
        {
            return counts with
            {
                ColumnsAdded = Missing(later, earlier),
                ColumnsRemoved = Missing(earlier, later),
                Drift = DriftReport.Between(earlier, later),
            };
        }

        if (!sameData)
        {
            notes.AddRange(new[] { before, after }.Where(version => version.Profile is null)
                .Select(version => $"What the data of {version.Name} looked like is not known: its drift is not compared."));
        }

        return counts with { Drift = sameData ? [] : null };
    }

    private static string[] Missing(TableProfile from, TableProfile other) =>
        [.. from.Columns.Where(column => other.Find(column.Name) is null).Select(column => column.Name)];
}
