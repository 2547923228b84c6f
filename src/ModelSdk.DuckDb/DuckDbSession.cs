using System.Globalization;
using System.Text;
using DuckDB.NET.Native;
using ModelSdk.Engine.Data;

namespace ModelSdk.DuckDb;

/// <summary>
/// A database in memory that reads the files it was opened for and nothing else: no other file, no network, no extension, and no statement can
/// change that.
/// </summary>
internal sealed class DuckDbSession : IDisposable
{
    private readonly DuckDBDatabase database;
    private readonly DuckDBNativeConnection connection;
    private readonly string folder;

    private DuckDbSession(DuckDBDatabase database, DuckDBNativeConnection connection, string folder)
    {
        this.database = database;
        this.connection = connection;
        this.folder = folder;
    }

    /// <summary>Opens a database.</summary>
    /// <param name="paths">The full paths that it may read.</param>
    /// <param name="space">Where it may spill to, and the memory that it may use.</param>
    /// <param name="threads">How many threads may work at a time.</param>
    public static DuckDbSession Open(IEnumerable<string> paths, WorkingSpace space, int threads)
    {
        Require(NativeMethods.Startup.DuckDBOpen(":memory:", out DuckDBDatabase database));
        Require(NativeMethods.Startup.DuckDBConnect(database, out DuckDBNativeConnection connection));
        DuckDbSession session = new(database, connection, Path.Combine(space.Folder, Path.GetRandomFileName()));
        try
        {
            foreach (string setting in session.Settings(paths, space.MemoryBytes, threads))
            {
                session.Execute($"SET {setting}");
            }

            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement that returns nothing.</summary>
    /// <exception cref="DuckDbException">DuckDB refuses it.</exception>
    public void Execute(string sql) => this.Query(sql).Dispose();

    /// <summary>Runs a statement whose columns are all strings.</summary>
    /// <exception cref="DuckDbException">DuckDB refuses it, or it fails before the first row.</exception>
    public DuckDbRows Query(string sql)
    {
        DuckDBPreparedStatement statement = this.Prepare(sql);
        DuckDBState state = NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(statement, out DuckDBResult result);
        return DuckDbRows.Of(statement, state, result);
    }

    /// <summary>The rows of a statement whose columns are all strings; for few rows.</summary>
    /// <exception cref="DuckDbException">DuckDB refuses the statement, or it fails.</exception>
    public IReadOnlyList<string[]> Texts(string sql)
    {
        using DuckDbRows rows = this.Query(sql);
        List<string[]> texts = [];
        while (rows.Read())
        {
            texts.Add([.. Enumerable.Range(0, rows.ColumnCount).Select(index => Encoding.UTF8.GetString(rows.Field(index)))]);
        }

        return texts;
    }

    /// <summary>Binds a statement without running it.</summary>
    /// <exception cref="DuckDbException">It is no SQL, or names what does not exist.</exception>
    public DuckDBPreparedStatement Prepare(string sql)
    {
        DuckDBState state = NativeMethods.PreparedStatements.DuckDBPrepare(this.connection, sql, out DuckDBPreparedStatement statement);
        if (state == DuckDBState.Success)
        {
            return statement;
        }

        using (statement)
        {
            throw DuckDbException.Parse(NativeMethods.PreparedStatements.DuckDBPrepareError(statement));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        this.connection.Dispose();
        this.database.Dispose();
        if (Directory.Exists(this.folder))
        {
            Directory.Delete(this.folder, recursive: true);
        }

        string parent = Path.GetDirectoryName(this.folder)!;
        if (Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any())
        {
            Directory.Delete(parent);
        }
    }

    /// <summary>The order counts: with the last two nothing can be set any more.</summary>
    private IEnumerable<string> Settings(IEnumerable<string> paths, long memoryBytes, int threads) =>
    [
        "errors_as_json = true",
        "autoinstall_known_extensions = false",
        "autoload_known_extensions = false",
        "allow_community_extensions = false",
        "enable_progress_bar = false",
        "TimeZone = 'UTC'",
        "preserve_insertion_order = true",
        string.Create(CultureInfo.InvariantCulture, $"threads = {threads}"),
        string.Create(CultureInfo.InvariantCulture, $"memory_limit = '{memoryBytes >> 10}KiB'"),
        $"temp_directory = {SqlText.Literal(this.folder)}",
        $"allowed_paths = {SqlText.Literals(paths)}",
        "enable_external_access = false",
        "lock_configuration = true",
    ];

    private static void Require(DuckDBState state)
    {
        if (state != DuckDBState.Success)
        {
            throw new DuckDbException("", "DuckDB could not open a database in memory.", null);
        }
    }
}
