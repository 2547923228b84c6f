namespace ModelSdk.Engine.Data;

/// <summary>Counts missing values.</summary>
internal static class MissingValues
{
    /// <summary>How many values are NaN.</summary>
    /// <param name="values">Any values.</param>
    public static int Count(ReadOnlySpan<double> values)
    {
        int count = 0;
        foreach (double value in values)
        {
            count += double.IsNaN(value) ? 1 : 0;
        }

        return count;
    }
}
