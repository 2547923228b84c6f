using ModelSdk.Engine.Data;

namespace ModelSdk.Engine.Resources;

/// <summary>How much memory a training is expected to use.</summary>
internal static class MemoryEstimate
{
    // The columns, the encoded design of about their size, and work space.
    private const int CopiesOfTheColumns = 3;

    // Of a table in a file: hashes, labels, chosen rows, and copies of the column at work.
    private const int ColumnsAtATime = 10;

    /// <summary>The estimate in bytes.</summary>
    /// <param name="table">The training data.</param>
    public static long Of(DataTable table) => 
        sizeof(double) * (long)table.RowCount * (table.IsInFile ? ColumnsAtATime : CopiesOfTheColumns * (table.Columns.Count + 1));
}
