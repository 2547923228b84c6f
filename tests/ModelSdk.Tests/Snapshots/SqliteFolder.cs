using System.Data.Common;
using System.Reflection;
using System.Runtime.InteropServices;
using ModelSdk.Engine.Snapshots;

namespace ModelSdk.Tests.Snapshots;

/// <summary>A folder like the output of an app that refers to Microsoft.Data.Sqlite: five assemblies and a native library of six packages; and a database.</summary>
internal sealed class SqliteFolder : IDisposable
{
    private static readonly (string Package, string File)[] Assemblies =
    [
        ("microsoft.data.sqlite.core", "Microsoft.Data.Sqlite.dll"),
        ("sqlitepclraw.bundle_e_sqlite3", "SQLitePCLRaw.batteries_v2.dll"),
        ("sqlitepclraw.core", "SQLitePCLRaw.core.dll"),
        ("sqlitepclraw.provider.e_sqlite3", "SQLitePCLRaw.provider.e_sqlite3.dll"),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modelsdk-sqlite-");

    public SqliteFolder(bool withNativeLibrary = true)
    {
        Directory.CreateDirectory(this.Provider);
        foreach ((string package, string file) in Assemblies)
        {
            string lib = Path.Combine(Newest(package), "lib");
            string framework = new[] { "net8.0", "net6.0", "netstandard2.0" }.First(name => File.Exists(Path.Combine(lib, name, file)));
            File.Copy(Path.Combine(lib, framework, file), Path.Combine(this.Provider, file));
        }

        if (withNativeLibrary)
        {
            string native = Path.Combine("runtimes", RuntimeInformation.RuntimeIdentifier, "native");
            Directory.CreateDirectory(Path.Combine(this.Provider, native));
            foreach (string file in Directory.GetFiles(Path.Combine(Newest("sqlitepclraw.lib.e_sqlite3"), native)))
            {
                File.Copy(file, Path.Combine(this.Provider, native, Path.GetFileName(file)));
            }
        }
    }

    public string Provider => Path.Combine(this.folder.FullName, "provider");

    public string Output => Path.Combine(this.folder.FullName, "sales.csv");

    public string ConnectionString => $"Data Source={Path.Combine(this.folder.FullName, "sales.db")};Pooling=False";

    /// <summary>The request for a snapshot of a query.</summary>
    public SnapshotRequest Request(string variable, string sql)
    {
        string query = Path.Combine(this.folder.FullName, "query.sql");
        File.WriteAllText(query, sql);
        return new SnapshotRequest("Microsoft.Data.Sqlite", variable, query, this.Output) { ProviderPath = this.Provider };
    }

    /// <summary>Runs statements.</summary>
    public void Execute(string sql)
    {
        using DbConnection connection = DatabaseProvider.Load(this.Request("none", "")).Factory.CreateConnection()!;
        connection.ConnectionString = this.ConnectionString;
        connection.Open();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        try
        {
            this.folder.Delete(recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Windows keeps a loaded assembly until the process ends.
        }
    }

    private static string Newest(string package) => Directory.GetDirectories(Path.Combine(PackageFolder, package)).OrderBy(path => Version.Parse(Path.GetFileName(path).Split('-')[0])).Last();

    private static string PackageFolder => typeof(SqliteFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "PackageFolder").Value!;
}
