using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>Opens one Parquet or JSON file, all of its columns, in the order of its rows.</summary>
internal static class FileReader
{
    /// <summary>Opens a file.</summary>
    /// <exception cref="ModelBuildException">The file is malformed or has columns that cannot be used.</exception>
    public static IRecordReader Open(DataFile file, WorkingSpace space)
    {
        // The rows come in file order whatever the number of threads.
        DuckDbSession session = DuckDbSession.Open([file.Path], space, Environment.ProcessorCount);
        try
        {
            string relation = FileRelation.Of(session, file, FileRelation.JsonValues);
            IReadOnlyList<DuckDbColumn> columns = FileRelation.Columns(session, relation);
            string text = ColumnText.Expressions(columns, file);
            string names = string.Join(", ", columns.Select((_, index) => $"c{index}"));
            return new DuckDbRecordReader(file, session, columns, session.Query($"SELECT {text} FROM {relation} AS source({names})"))
            {
                Explain = exception => FileFailure.Explain(exception, file),
                LineOf = row => FileFailure.IsLines(file) ? JsonFile.LineOf(file.Path, row) : 0,
            };
        }
        catch (DuckDbException exception)
        {
            session.Dispose();
            throw FileFailure.Explain(exception, file);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
