using DuckDB.NET.Native;

namespace ModelSdk.DuckDb;

/// <summary>
/// The rows of a statement whose columns are all strings, read from DuckDB's own memory chunk by chunk. The layout of a string is that of
/// <c>duckdb_string_t</c> in DuckDB's C API: a length of 32 bits, then up to 12 bytes in place, or 4 bytes and a pointer to all of them.
/// </summary>
internal sealed unsafe class DuckDbRows : IDisposable
{
    private const int LongestInPlace = 12;
    private const int BytesOfString = 16;
    private readonly nint[] values;
    private readonly nint[] validities;
    private readonly DuckDBPreparedStatement statement;
    private DuckDBResult result;
    private DuckDBDataChunk? chunk;
    private int size;
    private int row = -1;

    private DuckDbRows(DuckDBPreparedStatement statement, DuckDBResult result)
    {
        this.statement = statement;
        this.result = result;
        this.ColumnCount = (int)NativeMethods.Query.DuckDBColumnCount(ref this.result);
        this.values = new nint[this.ColumnCount];
        this.validities = new nint[this.ColumnCount];
    }

    /// <summary>How many columns.</summary>
    public int ColumnCount { get; }

    /// <summary>Takes over a statement and what its execution returned.</summary>
    /// <exception cref="DuckDbException">The execution failed.</exception>
    public static DuckDbRows Of(DuckDBPreparedStatement statement, DuckDBState state, DuckDBResult result)
    {
        DuckDbRows rows = new(statement, result);
        if (state == DuckDBState.Success)
        {
            return rows;
        }

        using (rows)
        {
            throw rows.Error();
        }
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False after the last one.</returns>
    /// <exception cref="DuckDbException">The execution failed on the way.</exception>
    public bool Read()
    {
        if (++this.row < this.size)
        {
            return true;
        }

        this.row = 0;
        return this.NextChunk();
    }

    /// <summary>A field of the current row as UTF-8, empty where it is NULL. Valid until the next row.</summary>
    public ReadOnlySpan<byte> Field(int column)
    {
        ulong* validity = (ulong*)this.validities[column];
        if (validity != null && ((validity[this.row >> 6] >> (this.row & 63)) & 1) == 0)
        {
            return default;
        }

        byte* text = (byte*)this.values[column] + ((long)this.row * BytesOfString);
        int length = *(int*)text;
        return new ReadOnlySpan<byte>(length <= LongestInPlace ? text + sizeof(int) : *(byte**)(text + 8), length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        this.chunk?.Dispose();
        NativeMethods.Query.DuckDBDestroyResult(ref this.result);
        this.statement.Dispose();
    }

    private bool NextChunk()
    {
        this.chunk?.Dispose();
        this.chunk = NativeMethods.Query.DuckDBFetchChunk(this.result);
        this.size = this.chunk.IsInvalid ? 0 : (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(this.chunk);
        if (this.size == 0)
        {
            return this.chunk.IsInvalid && this.Error() is { Message.Length: > 0 } error ? throw error : false;
        }

        for (int column = 0; column < this.ColumnCount; column++)
        {
            nint vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(this.chunk, column);
            this.values[column] = (nint)NativeMethods.Vectors.DuckDBVectorGetData(vector);
            this.validities[column] = (nint)NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
        }

        return true;
    }

    private DuckDbException Error() => DuckDbException.Parse(NativeMethods.Query.DuckDBResultError(ref this.result) ?? "");
}
