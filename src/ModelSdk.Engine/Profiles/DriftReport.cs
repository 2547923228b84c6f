namespace ModelSdk.Engine.Profiles;

/// <summary>How far the columns of one table moved against another.</summary>
public static class DriftReport
{
    /// <summary>Compares the columns that both profiles have and that hold numbers in both, or categories in both.</summary>
    /// <param name="before">The earlier table.</param>
    /// <param name="after">The later table.</param>
    /// <returns>One for each such column, the greatest index first; equals in the later table's order.</returns>
    public static IReadOnlyList<ColumnDrift> Between(TableProfile before, TableProfile after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Dictionary<string, ColumnDistribution> earlier = before.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        return
        [
            .. after.Columns
                .Where(column => earlier.TryGetValue(column.Name, out ColumnDistribution? other) && other.IsNumber == column.IsNumber)
                .Select(column => Drift(earlier[column.Name], column))
                .OrderByDescending(drift => drift.Psi),
        ];
    }

    private static ColumnDrift Drift(ColumnDistribution before, ColumnDistribution after)
    {
        ColumnDrift drift = new(after.Name, PopulationStability.Between(before, after), "") { ByChance = PopulationStability.ByChance(before, after) };
        return drift with { Text = DriftText.Of(before, after, !drift.IsStable) };
    }
}
