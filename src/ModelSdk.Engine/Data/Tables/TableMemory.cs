using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Decides whether a table goes into memory before it is made.</summary>
/// <param name="limit">At most this many bytes; null without a limit.</param>
/// <param name="storage">Where a larger table may go; null for nowhere.</param>
/// <param name="columns">How many columns.</param>
internal sealed class TableMemory(long? limit, ColumnStorage? storage, int columns)
{
    private const long MiB = 1 << 20;

    /// <summary>Bytes that a row takes: a double a column and the holdout hash.</summary>
    private long BytesPerRow => (sizeof(double) * (long)columns) + sizeof(ulong);

    /// <summary>Finds room for rows, and stops where there is none.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="areAll">Whether there are no more.</param>
    /// <param name="declaredAt">The item that named the data.</param>
    /// <returns>Whether they fit into memory; otherwise they are to go to a file.</returns>
    /// <exception cref="ModelBuildException">They need more than the limit and may not go to a file, or there are more than an array holds.</exception>
    public bool Fits(long rows, bool areAll, SourceLocation declaredAt)
    {
        long bytes = rows * this.BytesPerRow;
        bool fits = bytes <= (limit ?? long.MaxValue);
        if (rows <= Array.MaxLength && (fits || storage is { Refusal: null }))
        {
            return fits;
        }

        string size = $"{(areAll ? "" : "at least ")}{Count.Of(rows, "row")} × {Count.Of(columns, "column")} need about {Count.Text((bytes + MiB - 1) / MiB)} MiB";
        string bound = rows > Array.MaxLength ? $"a table has at most {Count.Of(Array.MaxLength, "row")}" : $"ModelMemoryLimit allows {Count.Text((limit ?? 0) / MiB)} MiB";
        const string Advice = "Raise the limit, name fewer rows as data, or set \"role\": \"ignore\" in the contract for columns that the model does not need.";
        throw new ModelBuildException(DataDiagnostics.DataTooLarge, $"The data does not fit into memory: {size}, and {bound}. {(rows > Array.MaxLength || storage is null ? "" : storage.Refusal + " ")}{Advice}", declaredAt);
    }
}
