using System.Data.Common;
using System.Security.Cryptography;
using ModelSdk.Engine.Data;

namespace ModelSdk.Engine.Snapshots;

/// <summary>The file of a snapshot: CSV, or what a writer makes of CSV.</summary>
/// <param name="path">The full path of the file to write.</param>
/// <param name="writer">Writes the format; null for CSV.</param>
internal sealed class SnapshotFile(string path, ITableWriter? writer)
{
    /// <summary>Writes all rows; without any, the file is of no use.</summary>
    /// <param name="reader">Before its first row.</param>
    /// <param name="names">The columns' names.</param>
    /// <returns>The number of rows, and SHA-256 of the file, 64 hexadecimal digits.</returns>
    public (long Rows, string Digest) Write(DbDataReader reader, IReadOnlyList<string> names)
    {
        if (writer is null)
        {
            return WriteCsv(path, reader, names, []);
        }

        string rows = path + ".rows";
        try
        {
            ColumnTypeFinder[] types = [.. names.Select(name => new ColumnTypeFinder(name))];
            (long count, _) = WriteCsv(rows, reader, names, types);
            return (count, count == 0 ? "" : this.WriteFormat(writer, rows, [.. types.Select(type => type.Column)]));
        }
        finally
        {
            File.Delete(rows);
        }
    }

    private static (long Rows, string Digest) WriteCsv(string file, DbDataReader reader, IReadOnlyList<string> names, ColumnTypeFinder[] types)
    {
        using FileStream stream = new(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        using CsvSnapshotWriter writer = new(stream);
        writer.Write(names);
        object[] values = new object[names.Count];
        long rows = 0;
        for (; reader.Read(); rows++)
        {
            reader.GetValues(values);
            writer.Write(values.Select(SnapshotValue.Text));
            for (int index = 0; index < types.Length; index++)
            {
                types[index].Add(values[index]);
            }
        }

        string digest = writer.Finish();
        stream.Flush(flushToDisk: true);
        return (rows, digest);
    }

    private string WriteFormat(ITableWriter format, string rows, IReadOnlyList<TableColumn> columns)
    {
        format.Write(rows, columns, path, new WorkingSpace(path + ".work", GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2));
        using FileStream stream = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        stream.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
