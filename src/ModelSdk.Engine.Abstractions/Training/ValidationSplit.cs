namespace ModelSdk.Engine.Training;

/// <summary>Takes validation rows, for early stopping, from the training rows.</summary>
public static class ValidationSplit
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>Which rows validate. A row's own hash decides, mixed with the seed, so that equal rows stay together and the order of rows does not matter.</summary>
    /// <param name="data">The training rows.</param>
    /// <param name="fraction">The share of rows that validate, 0 to below 1.</param>
    /// <returns>Fitted rows and validation rows, each ascending. Without hashes the rows' positions decide.</returns>
    public static (int[] Fitted, int[] Validation) Split(TrainingData data, double fraction)
    {
        bool[] validates = [.. Enumerable.Range(0, data.Design.Rows).Select(row => Validates(data, row, fraction))];
        int[] rows = [.. Enumerable.Range(0, data.Design.Rows)];
        return ([.. rows.Where(row => !validates[row])], [.. rows.Where(row => validates[row])]);
    }

    private static bool Validates(TrainingData data, int row, double fraction)
    {
        ulong hash = data.RowHashes.Length > 0 ? data.RowHashes[row] : (ulong)row;
        SeededRandom random = new(unchecked((long)(hash * Multiplier)), data.Seed);
        return random.NextDouble() < fraction;
    }
}
