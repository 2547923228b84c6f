using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>Makes the files of a query its tables.</summary>
internal static class QueryTables
{
    /// <summary>Creates a view for each table. Files of one table follow each other in the order given and must have the same columns.</summary>
    /// <exception cref="ModelBuildException">A file is malformed, or the files of a table differ.</exception>
    public static void Create(DuckDbSession session, DataFile query)
    {
        foreach (IGrouping<string, DataFile> table in query.Tables.GroupBy(file => file.Table, StringComparer.OrdinalIgnoreCase))
        {
            DataFile[] files = [.. table];
            string[] relations = [.. files.Select(file => Relation(session, file))];
            RequireSameColumns(session, files, relations);
            string rows = string.Join(" UNION ALL BY NAME ", relations.Select(relation => $"SELECT * FROM {relation}"));
            session.Execute($"CREATE VIEW {SqlText.Name(table.Key)} AS {rows}");
        }
    }

    private static string Relation(DuckDbSession session, DataFile file)
    {
        try
        {
            string relation = FileRelation.Of(session, file, FileRelation.TypedValues);
            session.Prepare($"SELECT * FROM {relation}").Dispose();
            return relation;
        }
        catch (DuckDbException exception)
        {
            throw FileFailure.Explain(exception, file);
        }
    }

    private static void RequireSameColumns(DuckDbSession session, DataFile[] files, string[] relations)
    {
        string[] first = [.. Names(session, relations[0])];
        for (int index = 1; index < files.Length; index++)
        {
            string[] names = [.. Names(session, relations[index])];
            string[] different = [.. first.Except(names).Concat(names.Except(first)).Select(Quote.Value)];
            if (different.Length > 0)
            {
                string text = $"All files of the table {Quote.Value(files[0].Table)} need the same columns. Compared with {files[0].DisplayPath}, this file differs in {Quote.List(different)}.";
                throw new ModelBuildException(QueryDiagnostics.InvalidTable, text, new SourceLocation(files[index].Path));
            }
        }
    }

    private static IEnumerable<string> Names(DuckDbSession session, string relation) => FileRelation.Columns(session, relation).Select(column => column.Name);
}
