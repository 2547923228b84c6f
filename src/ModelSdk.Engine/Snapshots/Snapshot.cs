using System.Data.Common;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Digests;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Data.Sources;
using ModelSdk.Engine.Logging;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Snapshots;

/// <summary>Writes what a query finds in a database into a file, and beside it where it came from.</summary>
public static class Snapshot
{
    /// <summary>Takes a snapshot. Either both files are complete and new, or nothing has changed; equal rows leave both as they are.</summary>
    /// <param name="request">What is to be read, and where it goes.</param>
    /// <param name="log">Gets messages.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="ModelBuildException">A setting is missing, the database is not reached, or the query fails or finds nothing.</exception>
    public static SnapshotRecord Take(SnapshotRequest request, IEngineLog log)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(log);
        string sql = ReadQuery(request);
        string connectionString = Environment.GetEnvironmentVariable(request.ConnectionVariable) is { Length: > 0 } value ? value : throw new ModelBuildException(
            SnapshotDiagnostics.VariableMissing,
            $"The environment variable {Quote.Value(request.ConnectionVariable)} is not set; it must hold the connection string. Connection strings are taken from the environment only, so that none gets into a file or a log.",
            SourceLocation.None);
        ITableWriter? writer = Writer(request);
        DatabaseProvider provider = DatabaseProvider.Load(request);
        Directory.CreateDirectory(Path.GetDirectoryName(request.Output)!);
        string temporary = $"{request.Output}.{Guid.NewGuid().ToString("N")[..8]}{AtomicFile.TemporaryEnding}";
        try
        {
            SnapshotRecord record = new SnapshotReader(request, provider).Read(sql, connectionString, reader => Write(reader, new SnapshotFile(temporary, writer), request, provider, sql));
            Publish(record, temporary, request.Output, log);
            return record;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static ITableWriter? Writer(SnapshotRequest request)
    {
        string ending = Path.GetExtension(request.Output).ToLowerInvariant();
        return ending == ".csv" ? null : request.Writers().FirstOrDefault(writer => writer.Extensions.Contains(ending)) ?? throw new ModelBuildException(
            PluginDiagnostics.PackageMissing,
            $"A snapshot as {ending} is written by the package {OptionalFormats.DuckDb} of the same version as this tool, which is not restored on this machine. Restore it once in a project that reads Parquet (docs/data.md), or write a .csv file.",
            SourceLocation.None);
    }

    private static string ReadQuery(SnapshotRequest request) => File.Exists(request.QueryFile)
        ? File.ReadAllText(request.QueryFile)
        : throw new ModelBuildException(DataDiagnostics.DataFileNotFound, $"The query file {Quote.Value(request.QueryFile)} does not exist.", SourceLocation.None);

    private static SnapshotRecord Write(DbDataReader reader, SnapshotFile file, SnapshotRequest request, DatabaseProvider provider, string sql)
    {
        IReadOnlyList<KeyValuePair<string, string>> columns = SnapshotColumns.Of(reader, request.QueryFile);
        (long rows, string digest) = file.Write(reader, [.. columns.Select(column => column.Key)]);
        return rows > 0
            ? new SnapshotRecord(provider.Name, Sha256Digest.Of(sql.ReplaceLineEndings("\n")), digest, rows, columns, request.Clock.GetUtcNow())
            : throw new ModelBuildException(SnapshotDiagnostics.NoRows, "The query found no row, so nothing was written.", new SourceLocation(request.QueryFile));
    }

    private static void Publish(SnapshotRecord record, string temporary, string output, IEngineLog log)
    {
        string sidecar = output + SnapshotRecord.Ending;
        bool same = File.Exists(output) && SnapshotRecord.DigestIn(sidecar) == record.Digest && Sha256Digest.Of(File.ReadAllBytes(output)) == record.Digest;
        if (same)
        {
            log.Message($"{output} is up to date: the query finds the same rows.");
            return;
        }

        File.Move(temporary, output, overwrite: true);
        AtomicFile.Write(sidecar, System.Text.Encoding.UTF8.GetBytes(record.ToJson()));
        log.Message(FormattableString.Invariant($"Wrote {output}: {record.Rows} rows, {record.Columns.Count} columns, {record.Digest[..8]}"));
    }
}
