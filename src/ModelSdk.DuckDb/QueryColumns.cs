using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace ModelSdk.DuckDb;

/// <summary>The names of a query's columns as it writes them; <c>DESCRIBE</c> would give other names to those that come twice.</summary>
internal static partial class QueryColumns
{
    /// <summary>Binds a query and names its columns.</summary>
    /// <exception cref="DuckDbException">The query is no SQL, or names what does not exist.</exception>
    public static string[] Names(DuckDbSession session, string query)
    {
        using DuckDBPreparedStatement statement = session.Prepare(query);
        return [.. Enumerable.Range(0, (int)Count(statement)).Select(index => Name(statement, index))];
    }

    private static string Name(DuckDBPreparedStatement statement, int index)
    {
        nint text = ColumnName(statement, (ulong)index);
        try
        {
            return Marshal.PtrToStringUTF8(text) ?? "";
        }
        finally
        {
            NativeMethods.Helpers.DuckDBFree(text);
        }
    }

    // Two functions of DuckDB's C API that the bindings lack.
    [LibraryImport("duckdb", EntryPoint = "duckdb_prepared_statement_column_count")]
    private static partial ulong Count(DuckDBPreparedStatement statement);

    [LibraryImport("duckdb", EntryPoint = "duckdb_prepared_statement_column_name")]
    private static partial nint ColumnName(DuckDBPreparedStatement statement, ulong index);
}
