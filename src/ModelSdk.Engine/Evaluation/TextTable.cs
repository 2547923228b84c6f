namespace ModelSdk.Engine.Evaluation;

/// <summary>Lines up cells: the first column to the left, the others to the right, two spaces before each.</summary>
internal static class TextTable
{
    /// <summary>One line for each row; all rows have the same number of cells.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row => string.Concat(row.Select((cell, column) =>
            "  " + (column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))));
    }
}
