using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Data.Sources;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Inference;

/// <summary>What one pass over all files saw of every column.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Columns">The columns, in the order of the first file.</param>
internal sealed record DataProfile(long Rows, IReadOnlyList<ColumnProfile> Columns)
{
    private const int RowsBetweenReports = 1 << 14;

    /// <summary>Reads files that all have the same columns.</summary>
    /// <param name="files">At least one file.</param>
    /// <param name="sources">Opens them.</param>
    /// <param name="log">Gets the progress.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ModelBuildException">A file is malformed, has no row, or other columns than the first.</exception>
    public static DataProfile Read(IReadOnlyList<DataFile> files, DataSources sources, IEngineLog log, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfZero(files.Count);
        ColumnProfile[] columns = [];
        long rows = 0;
        foreach (DataFile file in files)
        {
            using IRecordReader reader = sources.Open(file);
            columns = columns.Length == 0 ? [.. reader.Header.Select(name => new ColumnProfile(name))] : columns;
            int[] fields = Match(columns, reader, files[0]);
            long rowsBefore = rows;
            while (reader.Read())
            {
                for (int index = 0; index < columns.Length; index++)
                {
                    columns[index].Add(reader, fields[index]);
                }

                Report(++rows, log, cancellation);
            }

            RequireRows(rows - rowsBefore, file);
        }

        return new DataProfile(rows, columns);
    }

    private static int[] Match(ColumnProfile[] columns, IRecordReader reader, DataFile first)
    {
        List<string> header = [.. reader.Header];
        string[] names = [.. columns.Select(column => column.Name)];
        string[] missing = [.. names.Except(header).Select(Quote.Value)];
        string[] extra = [.. header.Except(names).Select(Quote.Value)];
        if (missing.Length + extra.Length > 0)
        {
            string text = $"All data files need the same columns. Compared with {first.DisplayPath}, this file "
                + string.Join(" and ", new[] { Part("lacks", missing), Part("has in addition", extra) }.Where(part => part.Length > 0)) + ".";
            throw new ModelBuildException(DataDiagnostics.MissingColumn, text, new SourceLocation(reader.File.Path, 1, 1));
        }

        return [.. names.Select(name => header.IndexOf(name))];
    }

    private static string Part(string verb, string[] names) => names.Length == 0 ? "" : $"{verb} {Quote.List(names)}";

    private static void Report(long rows, IEngineLog log, CancellationToken cancellation)
    {
        if (rows % RowsBetweenReports == 0)
        {
            cancellation.ThrowIfCancellationRequested();
            log.Progress($"{Count.Of(rows, "row")} looked at");
        }
    }

    private static void RequireRows(long rows, DataFile file)
    {
        if (rows == 0)
        {
            throw new ModelBuildException(DataDiagnostics.DataFileEmpty, "The file has a header and no rows.", new SourceLocation(file.Path, 1, 1));
        }
    }
}
