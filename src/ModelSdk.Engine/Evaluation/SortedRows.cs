namespace ModelSdk.Engine.Evaluation;

/// <summary>Orders rows by a value. Rows of equal value keep their order, so that weighted sums over them have one result.</summary>
internal static class SortedRows
{
    /// <summary>The rows from the least value to the greatest.</summary>
    public static int[] Ascending(ReadOnlySpan<double> values)
    {
        double[] keys = values.ToArray();
        int[] rows = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, rows);
        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            Array.Sort(rows, start, end - start);
            start = end;
        }

        return rows;
    }
}
