using System.Text;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>Opens a query over data files.</summary>
internal static class QueryReader
{
    /// <summary>Opens a query.</summary>
    /// <exception cref="ModelBuildException">The query or one of its files cannot be used.</exception>
    public static IRecordReader Open(DataFile file, WorkingSpace space)
    {
        QueryText query = QueryText.Read(file);

        // One thread: sums of floating-point numbers and the order of groups are the same each time.
        DuckDbSession session = DuckDbSession.Open(file.Tables.Select(table => table.Path), space, threads: 1);
        try
        {
            QueryTables.Create(session, file);
            return Open(session, query);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static DuckDbRecordReader Open(DuckDbSession session, QueryText query)
    {
        QueryCheck.Check(session, query);
        int offset = 0;
        try
        {
            string[] names = QueryColumns.Names(session, query.Text);
            string aliases = string.Join(", ", names.Select((_, index) => $"c{index}"));
            IReadOnlyList<DuckDbColumn> described = FileRelation.Columns(session, $"(\n{query.Text}\n) AS source({aliases})");
            IReadOnlyList<DuckDbColumn> columns = [.. described.Select((column, index) => column with { Name = names[index] })];
            string start = $"SELECT {ColumnText.Expressions(columns, query.File)} FROM (\n";
            offset = Encoding.UTF8.GetByteCount(start);
            DuckDbRows rows = session.Query($"{start}{query.Text}\n) AS source({aliases})");
            return new DuckDbRecordReader(query.File, session, columns, rows) { Explain = exception => QueryFailure.Explain(exception, query, offset) };
        }
        catch (DuckDbException exception)
        {
            throw QueryFailure.Explain(exception, query, offset);
        }
    }
}
