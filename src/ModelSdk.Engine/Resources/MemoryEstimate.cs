using ModelSdk.Engine.Data;

namespace ModelSdk.Engine.Resources;

/// <summary>How much memory a training is expected to use.</summary>
internal static class MemoryEstimate
{
    // The columns, the encoded design of about their size, and work space.
    private const int CopiesOfTheColumns = 3;

    /// <summary>The estimate in bytes.</summary>
    /// <param name="table">The training data.</param>
    public static long Of(DataTable table) => (long)CopiesOfTheColumns * sizeof(double) * table.RowCount * (table.Columns.Count + 1);
}
